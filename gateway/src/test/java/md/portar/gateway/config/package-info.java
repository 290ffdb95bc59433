@NullMarked
package md.portar.gateway.config;

import org.jspecify.annotations.NullMarked;
