package md.portar.core.store.jdbc;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import md.portar.core.guard.CatalogueText;
import md.portar.core.guard.SafeText;
import md.portar.core.guard.ScreenedText;
import md.portar.core.guard.SecretGuard;
import org.jspecify.annotations.Nullable;

/**
 * How text goes in and out. Words of a catalogue are kept with that origin, which only a {@link CatalogueText} gets, and come
 * back as such; everybody's else are screened again, so that a row cannot smuggle anything past the guard.
 */
final class TextCodec {
    static final int SCREENED = 0;
    static final int CATALOGUE = 1;
    private static final char NUL = 0;

    private final SecretGuard guard;

    TextCodec(SecretGuard guard) {
        this.guard = guard;
    }

    static int origin(SafeText text) {
        return text instanceof CatalogueText ? CATALOGUE : SCREENED;
    }

    /** What is written. One of the databases refuses the character NUL, which nobody reads anyway. */
    static String words(SafeText text) {
        String value = text.value();
        return value.indexOf(NUL) < 0 ? value : value.replace(String.valueOf(NUL), "");
    }

    ScreenedText screened(String stored) {
        return stored.isEmpty() ? ScreenedText.EMPTY : guard.rescreen(stored);
    }

    /** Labels of choices as they are kept beside a message. */
    List<SafeText> labels(@Nullable String stored) {
        List<SafeText> labels = new ArrayList<>();
        if (stored != null) {
            for (JsonNode node : Json.read(stored)) {
                labels.add(read(node.path("origin").asInt(), node.path("label").asText()));
            }
        }
        return labels;
    }

    SafeText read(int origin, String stored) {
        return origin == CATALOGUE ? CatalogueText.of(stored) : screened(stored);
    }
}
