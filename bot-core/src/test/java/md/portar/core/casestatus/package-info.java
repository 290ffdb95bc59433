/** Tests of looking cases up and reading case files. */
@NullMarked
package md.portar.core.casestatus;

import org.jspecify.annotations.NullMarked;
