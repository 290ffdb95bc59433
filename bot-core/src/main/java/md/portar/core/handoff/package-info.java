/** Handing conversations to people: the desk at which agents work, its views and results. */
@NullMarked
package md.portar.core.handoff;

import org.jspecify.annotations.NullMarked;
