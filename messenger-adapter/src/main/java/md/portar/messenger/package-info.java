/** Facebook Messenger over the Graph API. Knows the core's channel interface and nothing of stores, routing or other channels. */
@NullMarked
package md.portar.messenger;

import org.jspecify.annotations.NullMarked;
