/**
 * The channel SPI: what an adapter receives, what it is asked to deliver, and the values that come back. Adapters implement
 * it, gateway and pipeline use it; nothing here knows a platform.
 */
@NullMarked
package md.portar.core.channel;

import org.jspecify.annotations.NullMarked;
