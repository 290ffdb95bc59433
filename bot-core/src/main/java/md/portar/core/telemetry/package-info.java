/** What may be counted and logged: the metrics port and the only names that may appear as log fields. */
@NullMarked
package md.portar.core.telemetry;

import org.jspecify.annotations.NullMarked;
