/** Tests of the console over a real server, with a desk in memory. */
@NullMarked
package md.portar.gateway.console;

import org.jspecify.annotations.NullMarked;
