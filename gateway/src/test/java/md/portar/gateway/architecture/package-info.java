/** Architecture rules, and for each a small class that breaks it, so that no rule can be one that never fails. */
@NullMarked
package md.portar.gateway.architecture;

import org.jspecify.annotations.NullMarked;
