package md.portar.core.routing.phrases;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Phrases of one meaning, read from a data file: one a line, {@code #} starts a comment. Immutable and thread-safe. */
public final class PhraseList {
    private final List<Phrase> phrases;
    private final List<Gathering> gatherings;
    private final Map<String, PhrasePlace> places;

    private PhraseList(List<Phrase> phrases, List<Gathering> gatherings, Map<String, PhrasePlace> places) {
        this.phrases = List.copyOf(phrases);
        this.gatherings = List.copyOf(gatherings);
        this.places = Map.copyOf(places);
    }

    /** Reads a list from the class path. */
    public static PhraseList load(String resource) {
        return of(written(resource));
    }

    /** Reads a list whose phrases may use the word classes of another file. */
    public static PhraseList load(String resource, String classes) {
        List<String> lines = new ArrayList<>(written(classes));
        lines.addAll(written(resource));
        return of(lines);
    }

    private static List<String> written(String resource) {
        try (InputStream in = PhraseList.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("phrase list " + resource + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read phrase list " + resource, e);
        }
    }

    /** A list from its lines. */
    public static PhraseList of(List<String> lines) {
        List<String> definitions = new ArrayList<>();
        List<String> rules = new ArrayList<>();
        for (String line : lines) {
            int comment = line.indexOf('#');
            String written = (comment < 0 ? line : line.substring(0, comment)).trim();
            if (!written.isEmpty()) {
                (WordClasses.isDefinition(written) ? definitions : rules).add(written);
            }
        }
        WordClasses classes = WordClasses.of(definitions);
        List<Phrase> phrases = new ArrayList<>();
        List<Gathering> gatherings = new ArrayList<>();
        Map<String, PhrasePlace> places = new HashMap<>();
        for (String rule : rules) {
            if (!Gathering.isWritten(rule)) {
                phrases.add(Phrase.parse(rule, classes));
                continue;
            }
            Gathering gathering = Gathering.parse(rule);
            gatherings.add(gathering);
            gathering.tokens().forEach(token -> places.computeIfAbsent(token, any -> PhrasePlace.parse(any, classes)));
        }
        return new PhraseList(phrases, gatherings, places);
    }

    /** Whether one of the phrases occurs. */
    public boolean occursIn(FoldedText text) {
        return phrases.stream().anyMatch(phrase -> !phrase.spans(text.words()).isEmpty()) || anyGathers(text);
    }

    private boolean anyGathers(FoldedText text) {
        Occurrences occurrences = new Occurrences(places, text.words());
        return gatherings.stream()
                .anyMatch(gathering -> !gathering.spans(occurrences).isEmpty());
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
        Occurrences occurrences = new Occurrences(places, text.words());
        gatherings.forEach(gathering -> spans.addAll(gathering.spans(occurrences)));
        return spans;
    }
}
