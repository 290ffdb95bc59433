/** How this process logs. */
@NullMarked
package md.portar.gateway.telemetry;

import org.jspecify.annotations.NullMarked;
