@NullMarked
package md.portar.gateway.cases;

import org.jspecify.annotations.NullMarked;
