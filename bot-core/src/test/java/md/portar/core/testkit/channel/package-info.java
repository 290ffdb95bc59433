/**
 * The contract that every channel adapter fulfils, as interfaces with default tests. An adapter's test class implements
 * {@link md.portar.core.testkit.channel.ChannelContract} and supplies one {@link
 * md.portar.core.testkit.channel.ChannelHarness}.
 */
@NullMarked
package md.portar.core.testkit.channel;

import org.jspecify.annotations.NullMarked;
