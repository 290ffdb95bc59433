package md.portar.core.channel;

import java.util.Optional;
import java.util.regex.Pattern;
import md.portar.core.guard.CatalogueText;
import md.portar.core.guard.SafeText;

/**
 * One gap of a template.
 *
 * @param fill where its value comes from
 * @param label what agents are asked for; empty when the operator gave none
 * @param longest most UTF-16 units of a value
 */
public record TemplateField(Fill fill, CatalogueText label, int longest) {
    /** WhatsApp takes no line breaks, no tabs and at most four spaces in a row in a value (Cloud API error 132018). */
    private static final Pattern NOT_TAKEN = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]| {5}");

    /** Where a value comes from. */
    public enum Fill {
        /** The agent types it. */
        TYPED,
        /** The customer's name; typed by the agent where it is not known. */
        CUSTOMER,
        /** The agent's public name. */
        AGENT
    }

    /** The value that needs no typing; empty when an agent has to type it. */
    public Optional<SafeText> known(SafeText customer, SafeText agent) {
        return switch (fill) {
            case TYPED -> Optional.empty();
            case CUSTOMER -> Optional.of(customer).filter(this::takes);
            case AGENT -> Optional.of(agent).filter(this::takes);
        };
    }

    /** Whether a value has words, is short enough, and is in the form that platforms take. */
    public boolean takes(SafeText value) {
        return !value.value().isBlank() && value.value().length() <= longest && isOneLine(value);
    }

    /** Whether a value has neither line breaks nor tabs nor a long row of spaces. */
    public static boolean isOneLine(SafeText value) {
        return !NOT_TAKEN.matcher(value.value()).find();
    }
}
