package md.portar.core.routing.phrases;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A message as folded words, for recognising phrases only; never shown or kept. */
public final class FoldedText {
    /** What the guard leaves in place of a secret. */
    private static final Pattern MARKER = Pattern.compile("⟦[^⟧]*⟧|●+");

    private final List<String> words;
    /** For the lexicon that was asked last; several lists of one are asked about the same message one after another. */
    private volatile @Nullable Sightings sightings;

    private FoldedText(List<String> words) {
        this.words = List.copyOf(words);
    }

    /** Folds a text; markers of removed secrets are left out. */
    public static FoldedText of(String text) {
        String plain = Folding.plain(withoutMarkers(text));
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= plain.length(); i++) {
            boolean inside = i < plain.length() && Character.isLetterOrDigit(plain.charAt(i));
            if (inside && start < 0) {
                start = i;
            }
            if (!inside && start >= 0) {
                words.add(Folding.word(plain.substring(start, i)));
                start = -1;
            }
        }
        words.removeIf(String::isEmpty);
        return new FoldedText(words);
    }

    /** The text without the markers of removed secrets. */
    public static String withoutMarkers(String text) {
        return MARKER.matcher(text).replaceAll(" ");
    }

    public List<String> words() {
        return words;
    }

    public boolean isEmpty() {
        return words.isEmpty();
    }

    /** What of a lexicon occurs in the message. */
    Sightings sightings(Lexicon lexicon) {
        Sightings read = sightings;
        if (read == null || !read.isOf(lexicon)) {
            read = lexicon.read(words);
            sightings = read;
        }
        return read;
    }

    /** The words with single blanks between them. */
    public String joined() {
        return String.join(" ", words);
    }

    @Override
    public String toString() {
        return "FoldedText[" + words.size() + " words]";
    }
}
