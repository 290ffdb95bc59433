/** The runnable: wires everything together and starts it. Holds no logic of its own. */
@NullMarked
package md.portar.gateway;

import org.jspecify.annotations.NullMarked;
