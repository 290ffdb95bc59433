package md.portar.core.store.jdbc;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import md.portar.core.cache.BoundedCache;
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

    /** So many texts, each so long, are remembered as the guard left them. */
    private static final int REMEMBERED = 4_096;

    private static final int LONGEST_REMEMBERED = 512;

    private final SecretGuard guard;
    private final BoundedCache<String, ScreenedText> screened = new BoundedCache<>(REMEMBERED);

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
        if (stored.isEmpty()) {
            return ScreenedText.EMPTY;
        }
        ScreenedText known = screened.get(stored);
        if (known != null) {
            return known;
        }
        ScreenedText text = guard.rescreen(stored);
        remember(text, stored);
        return text;
    }

    /**
     * What this process has screened and written need not be screened when it is read a moment later: screening a screened text
     * changes nothing. Names come back with every message.
     */
    void remember(ScreenedText text) {
        remember(text, words(text));
    }

    private void remember(ScreenedText text, String stored) {
        if (stored.length() <= LONGEST_REMEMBERED && text.value().equals(stored)) {
            screened.put(stored, text);
        }
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
