@NullMarked
package md.portar.gateway.http;

import org.jspecify.annotations.NullMarked;
