package md.portar.core.routing.phrases;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Phrases of one meaning, read from a data file: one a line, {@code #} starts a comment. Immutable and thread-safe. */
public final class PhraseList {
    private final List<Phrase> phrases;

    private PhraseList(List<Phrase> phrases) {
        this.phrases = List.copyOf(phrases);
    }

    /** Reads a list from the class path. */
    public static PhraseList load(String resource) {
        try (InputStream in = PhraseList.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("phrase list " + resource + " is missing");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            List<String> lines = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
            }
            return of(lines);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read phrase list " + resource, e);
        }
    }

    /** A list from its lines. */
    public static PhraseList of(List<String> lines) {
        List<Phrase> phrases = new ArrayList<>();
        for (String line : lines) {
            int comment = line.indexOf('#');
            String written = (comment < 0 ? line : line.substring(0, comment)).trim();
            if (!written.isEmpty()) {
                phrases.add(Phrase.parse(written));
            }
        }
        return new PhraseList(phrases);
    }

    /** Whether one of the phrases occurs. */
    public boolean occursIn(FoldedText text) {
        return phrases.stream().anyMatch(phrase -> !phrase.spans(text.words()).isEmpty());
    }

    /** Whether one of the phrases occurs outside every phrase of the other list. */
    public boolean occursOutside(PhraseList idioms, FoldedText text) {
        List<Phrase.Span> found = spans(text);
        if (found.isEmpty()) {
            return false;
        }
        List<Phrase.Span> excused = idioms.spans(text);
        return found.stream().anyMatch(span -> excused.stream().noneMatch(span::within));
    }

    private List<Phrase.Span> spans(FoldedText text) {
        List<Phrase.Span> spans = new ArrayList<>();
        phrases.forEach(phrase -> spans.addAll(phrase.spans(text.words())));
        return spans;
    }
}
