/**
 * The agents' console: sign-in, pages, actions and the live stream, mounted on the private listener. What the pages look
 * like is in {@code view} and in the templates; what agents may do is decided by the desk.
 */
@NullMarked
package md.portar.gateway.console;

import org.jspecify.annotations.NullMarked;
