/** Tests of the console's words, pictures and page policy. */
@NullMarked
package md.portar.gateway.console.view;

import org.jspecify.annotations.NullMarked;
