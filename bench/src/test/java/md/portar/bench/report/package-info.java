@NullMarked
package md.portar.bench.report;

import org.jspecify.annotations.NullMarked;
