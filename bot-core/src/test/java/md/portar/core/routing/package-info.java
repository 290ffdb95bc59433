/** Tests of the conversation logic, with a player who writes and taps. */
@NullMarked
package md.portar.core.routing;

import org.jspecify.annotations.NullMarked;
