package md.portar.core.channel;

import java.util.Optional;
import java.util.regex.Pattern;
import md.portar.core.guard.CatalogueText;
import org.jspecify.annotations.Nullable;

/**
 * A button, list item or numbered line offered to the person.
 *
 * @param id comes back as the payload when tapped; 1–64 characters of {@code a-z 0-9 . _ : -}
 * @param label what the person sees
 * @param description second line in lists, where the channel has one
 */
public record Choice(
        String id, CatalogueText label, @Nullable CatalogueText description) {
    private static final Pattern GRAMMAR = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    public Choice {
        if (!GRAMMAR.matcher(id).matches()) {
            throw new IllegalArgumentException("not a choice id (length " + id.length() + ")");
        }
    }

    public Choice(String id, CatalogueText label) {
        this(id, label, null);
    }

    public Optional<CatalogueText> details() {
        return Optional.ofNullable(description);
    }
}
