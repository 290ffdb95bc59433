/** JMH benchmarks of guard and matcher. */
@NullMarked
package md.portar.bench.micro;

import org.jspecify.annotations.NullMarked;
