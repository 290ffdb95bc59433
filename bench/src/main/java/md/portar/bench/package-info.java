/** Measures the gateway: command line and the order of what is run. */
@NullMarked
package md.portar.bench;

import org.jspecify.annotations.NullMarked;
