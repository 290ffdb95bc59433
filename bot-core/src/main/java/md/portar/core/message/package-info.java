/**
 * What was said, by whom and where: messages, their content, and the typed ids around them. Nothing here knows a platform, a
 * store or a rule about secrets.
 */
@NullMarked
package md.portar.core.message;

import org.jspecify.annotations.NullMarked;
