/** The gateway's own settings; each channel reads its section itself. */
@NullMarked
package md.portar.gateway.config;

import org.jspecify.annotations.NullMarked;
