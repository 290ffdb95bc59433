/** The status of cases opened elsewhere: the port to where they are known, and their words. */
@NullMarked
package md.portar.core.casestatus;

import org.jspecify.annotations.NullMarked;
