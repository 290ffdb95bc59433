@NullMarked
package md.portar.gateway.oncall;

import org.jspecify.annotations.NullMarked;
