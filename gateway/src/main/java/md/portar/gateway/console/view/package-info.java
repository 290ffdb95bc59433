/** What the console's templates show: values made ready for a page, words in three languages, and the templates themselves. */
@NullMarked
package md.portar.gateway.console.view;

import org.jspecify.annotations.NullMarked;
