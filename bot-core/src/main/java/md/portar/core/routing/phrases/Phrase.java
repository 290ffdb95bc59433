package md.portar.core.routing.phrases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A phrase such as {@code ^ nu|nu_mai pot opri $}: places in this order with up to two other words in between. A place is one of
 * several alternatives, an alternative one or more words with nothing in between ({@code _}). {@code ^} and {@code $} are the
 * beginning and the end of the message. Immutable and thread-safe.
 */
final class Phrase {
    private static final int GAP = 2;

    private final int[] places;
    private final boolean fromStart;
    private final boolean toEnd;

    private Phrase(int[] places, boolean fromStart, boolean toEnd) {
        this.places = places;
        this.fromStart = fromStart;
        this.toEnd = toEnd;
    }

    static Phrase parse(String line, WordClasses classes, Lexicon.Builder lexicon) {
        List<String> tokens = Arrays.asList(line.trim().split("\\s+"));
        int[] places = tokens.stream()
                .filter(token -> !"^".equals(token) && !"$".equals(token))
                .mapToInt(token -> lexicon.place(token, classes))
                .toArray();
        if (places.length == 0) {
            throw new IllegalArgumentException("a phrase without words");
        }
        return new Phrase(places, tokens.contains("^"), tokens.contains("$"));
    }

    /** The places where it occurs. */
    List<Span> spans(Sightings sightings) {
        if (!sightings.haveAll(places)) {
            return List.of();
        }
        List<Span> spans = new ArrayList<>();
        int before = -1;
        for (Span beginning : sightings.of(places[0])) {
            int start = beginning.first();
            boolean counts = start != before && (start == 0 || !fromStart);
            before = start;
            int end = counts ? endOf(sightings, start, 0) : -1;
            if (end >= 0) {
                spans.add(new Span(start, end));
            }
        }
        return spans;
    }

    /** The last word when the phrase from a place on begins exactly here; negative when it does not. */
    private int endOf(Sightings sightings, int at, int place) {
        for (Span span : sightings.of(places[place])) {
            if (span.first() == at) {
                int end = place == places.length - 1
                        ? closing(sightings, span.last())
                        : afterGap(sightings, span.last(), place + 1);
                if (end >= 0) {
                    return end;
                }
            }
        }
        return -1;
    }

    private int closing(Sightings sightings, int last) {
        return !toEnd || last == sightings.words() - 1 ? last : -1;
    }

    private int afterGap(Sightings sightings, int last, int place) {
        for (int next = last + 1; next <= last + 1 + GAP && next < sightings.words(); next++) {
            int end = endOf(sightings, next, place);
            if (end >= 0) {
                return end;
            }
        }
        return -1;
    }

    /** First and last word of an occurrence. */
    record Span(int first, int last) {
        boolean within(Span other) {
            return other.first <= first && last <= other.last;
        }

        boolean overlaps(Span other) {
            return first <= other.last && other.first <= last;
        }
    }
}
