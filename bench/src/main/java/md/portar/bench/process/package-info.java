/** Processes under measurement: starting, asking the kernel what they used, ending. */
@NullMarked
package md.portar.bench.process;

import org.jspecify.annotations.NullMarked;
