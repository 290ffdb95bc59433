/** The use cases: taking events in, working conversations, delivering, sweeping. */
@NullMarked
package md.portar.core.pipeline;

import org.jspecify.annotations.NullMarked;
