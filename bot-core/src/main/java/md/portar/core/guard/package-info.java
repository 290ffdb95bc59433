/**
 * The secret guard and the text types that make a leak a compile error. Everything that turns {@link
 * md.portar.core.guard.UntrustedText} into {@link md.portar.core.guard.ScreenedText} lives in this one package, because
 * package-private access is the mechanism. Nothing here knows a channel, a store or a conversation's state.
 */
@NullMarked
package md.portar.core.guard;

import org.jspecify.annotations.NullMarked;
