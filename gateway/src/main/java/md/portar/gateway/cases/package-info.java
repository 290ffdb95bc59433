/** Cases that live in a help desk: asked over HTTP, field by field as configured. */
@NullMarked
package md.portar.gateway.cases;

import org.jspecify.annotations.NullMarked;
