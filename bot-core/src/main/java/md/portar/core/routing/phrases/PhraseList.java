package md.portar.core.routing.phrases;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Phrases of one meaning, read from a data file: one a line, {@code #} starts a comment. Lists that are read together look
 * through a message together. Immutable and thread-safe.
 */
public final class PhraseList {
    private final Lexicon lexicon;
    private final List<Phrase> phrases;
    private final List<Gathering> gatherings;

    private PhraseList(Lexicon lexicon, Rules rules) {
        this.lexicon = lexicon;
        this.phrases = List.copyOf(rules.phrases);
        this.gatherings = List.copyOf(rules.gatherings);
    }

    /** Reads lists from the class path, in the order of their names; a message is then looked through once for all of them. */
    public static List<PhraseList> load(List<String> resources) {
        return together(resources.stream().map(PhraseList::written).toList());
    }

    /** The same for lists whose phrases may use the word classes of another file. */
    public static List<PhraseList> load(List<String> resources, String classes) {
        List<String> shared = written(classes);
        return together(resources.stream()
                .map(resource -> Stream.concat(shared.stream(), written(resource).stream())
                        .toList())
                .toList());
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
        return together(List.of(lines)).get(0);
    }

    private static List<PhraseList> together(List<List<String>> lists) {
        Lexicon.Builder builder = new Lexicon.Builder();
        List<Rules> rules =
                lists.stream().map(lines -> Rules.of(lines, builder)).toList();
        Lexicon lexicon = builder.build();
        return rules.stream().map(one -> new PhraseList(lexicon, one)).toList();
    }

    /** Whether one of the phrases occurs. */
    public boolean occursIn(FoldedText text) {
        Sightings sightings = text.sightings(lexicon);
        return phrases.stream().anyMatch(phrase -> !phrase.spans(sightings).isEmpty())
                || gatherings.stream()
                        .anyMatch(gathering -> !gathering.spans(sightings).isEmpty());
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

    /** Everywhere a phrase occurs, phrase by phrase. */
    List<Phrase.Span> spans(FoldedText text) {
        Sightings sightings = text.sightings(lexicon);
        List<Phrase.Span> spans = new ArrayList<>();
        phrases.forEach(phrase -> spans.addAll(phrase.spans(sightings)));
        gatherings.forEach(gathering -> spans.addAll(gathering.spans(sightings)));
        return spans;
    }

    /** The lines of one list, understood. */
    private record Rules(List<Phrase> phrases, List<Gathering> gatherings) {
        static Rules of(List<String> lines, Lexicon.Builder lexicon) {
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
            Rules understood = new Rules(new ArrayList<>(), new ArrayList<>());
            for (String rule : rules) {
                if (Gathering.isWritten(rule)) {
                    understood.gatherings.add(Gathering.parse(rule, classes, lexicon));
                } else {
                    understood.phrases.add(Phrase.parse(rule, classes, lexicon));
                }
            }
            return understood;
        }
    }
}
