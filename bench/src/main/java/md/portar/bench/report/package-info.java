/** Figures over several rounds: table, CSV, JSON, picture. */
@NullMarked
package md.portar.bench.report;

import org.jspecify.annotations.NullMarked;
