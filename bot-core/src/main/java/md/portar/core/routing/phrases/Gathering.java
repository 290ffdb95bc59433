package md.portar.core.routing.phrases;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Words that stand near each other in any order: {@code &8 @close @account !card*} is something from both classes within eight
 * words, in a message that nowhere has the word after {@code !}. Immutable and thread-safe.
 */
final class Gathering {
    private static final int USUAL_WIDTH = 8;

    private final int[] places;
    private final int[] excluded;
    private final int width;

    private Gathering(int[] places, int[] excluded, int width) {
        this.places = places;
        this.excluded = excluded;
        this.width = width;
    }

    static boolean isWritten(String line) {
        return line.startsWith("&");
    }

    static Gathering parse(String line, WordClasses classes, Lexicon.Builder lexicon) {
        List<String> tokens = List.of(line.trim().split("\\s+"));
        String head = tokens.get(0).substring(1);
        int width = head.isEmpty() ? USUAL_WIDTH : Integer.parseInt(head);
        IntStream.Builder places = IntStream.builder();
        IntStream.Builder excluded = IntStream.builder();
        for (String token : tokens.subList(1, tokens.size())) {
            if (token.startsWith("!")) {
                excluded.add(lexicon.place(token.substring(1), classes));
            } else {
                places.add(lexicon.place(token, classes));
            }
        }
        Gathering gathering =
                new Gathering(places.build().toArray(), excluded.build().toArray(), width);
        if (gathering.places.length == 0) {
            throw new IllegalArgumentException("a gathering without words");
        }
        return gathering;
    }

    /** Where its words stand together; empty when there are none or an excluded word occurs. */
    List<Phrase.Span> spans(Sightings sightings) {
        if (!sightings.haveAll(places)) {
            return List.of();
        }
        for (int place : excluded) {
            if (sightings.has(place)) {
                return List.of();
            }
        }
        List<Phrase.Span> found = new ArrayList<>();
        gather(sightings, new ArrayList<>(), found);
        return found;
    }

    private void gather(Sightings sightings, List<Phrase.Span> chosen, List<Phrase.Span> found) {
        if (chosen.size() == places.length) {
            found.add(cover(chosen));
            return;
        }
        int tooFar = chosen.isEmpty() ? Integer.MAX_VALUE : cover(chosen).first() + width;
        for (Phrase.Span next : sightings.of(places[chosen.size()])) {
            if (next.first() >= tooFar) {
                return;
            }
            if (chosen.stream().noneMatch(next::overlaps)) {
                chosen.add(next);
                Phrase.Span cover = cover(chosen);
                if (cover.last() - cover.first() < width) {
                    gather(sightings, chosen, found);
                }
                chosen.remove(chosen.size() - 1);
            }
        }
    }

    private static Phrase.Span cover(List<Phrase.Span> spans) {
        int first = Integer.MAX_VALUE;
        int last = 0;
        for (Phrase.Span span : spans) {
            first = Math.min(first, span.first());
            last = Math.max(last, span.last());
        }
        return new Phrase.Span(first, last);
    }
}
