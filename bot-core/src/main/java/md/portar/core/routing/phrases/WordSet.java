package md.portar.core.routing.phrases;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** Words of which a whole short message may consist, such as those of a greeting. Immutable and thread-safe. */
public final class WordSet {
    private final Set<String> words;

    private WordSet(Set<String> words) {
        this.words = Set.copyOf(words);
    }

    /** Reads words from the class path, separated by white space; {@code #} starts a comment. */
    public static WordSet load(String resource) {
        try (InputStream in = WordSet.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("word list " + resource + " is missing");
            }
            Set<String> words = new HashSet<>();
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.startsWith("#")) {
                    words.addAll(FoldedText.of(line).words());
                }
            }
            return new WordSet(words);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read word list " + resource, e);
        }
    }

    /** Whether the message has words and all of them are in the set. */
    public boolean coversAllOf(FoldedText text) {
        return !text.isEmpty() && words.containsAll(text.words());
    }
}
