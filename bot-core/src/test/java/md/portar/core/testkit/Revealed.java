package md.portar.core.testkit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import md.portar.core.guard.UntrustedText;

/**
 * Reads untrusted text in tests of adapters, which have no other way to see what they made. By reflection, because a class
 * of ours inside the guard's package would be refused once that package is sealed, and would blur the rule that guards it.
 */
public final class Revealed {
    private Revealed() {}

    /** The words inside. */
    public static String words(UntrustedText text) {
        try {
            Method reveal = UntrustedText.class.getDeclaredMethod("reveal");
            reveal.setAccessible(true);
            return (String) reveal.invoke(text);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("UntrustedText has no reveal() any more", e);
        }
    }
}
