/** Telling those on call of requests for protection, over HTTP. */
@NullMarked
package md.portar.gateway.oncall;

import org.jspecify.annotations.NullMarked;
