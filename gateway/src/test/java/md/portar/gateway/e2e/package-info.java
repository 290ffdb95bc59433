/** End to end: the packaged jar as a process of its own, and simulated platforms that talk to it as the real ones would. */
@NullMarked
package md.portar.gateway.e2e;

import org.jspecify.annotations.NullMarked;
