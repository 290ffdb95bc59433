package md.portar.core.routing.phrases;

import java.util.ArrayList;
import java.util.List;

/**
 * Words that stand near each other in any order: {@code &8 @close @account !card*} is something from both classes within eight
 * words, in a message that nowhere has the word after {@code !}. Immutable and thread-safe.
 */
final class Gathering {
    private static final int USUAL_WIDTH = 8;

    private final List<String> places = new ArrayList<>();
    private final List<String> excluded = new ArrayList<>();
    private final int width;

    private Gathering(int width) {
        this.width = width;
    }

    static boolean isWritten(String line) {
        return line.startsWith("&");
    }

    static Gathering parse(String line) {
        List<String> tokens = List.of(line.trim().split("\\s+"));
        String head = tokens.get(0).substring(1);
        Gathering gathering = new Gathering(head.isEmpty() ? USUAL_WIDTH : Integer.parseInt(head));
        for (String token : tokens.subList(1, tokens.size())) {
            if (token.startsWith("!")) {
                gathering.excluded.add(token.substring(1));
            } else {
                gathering.places.add(token);
            }
        }
        if (gathering.places.isEmpty()) {
            throw new IllegalArgumentException("a gathering without words");
        }
        return gathering;
    }

    /** The places and exclusions as written, to be prepared once. */
    List<String> tokens() {
        List<String> tokens = new ArrayList<>(places);
        tokens.addAll(excluded);
        return tokens;
    }

    /** Where its words stand together; empty when there are none or an excluded word occurs. */
    List<Phrase.Span> spans(Occurrences occurrences) {
        for (String token : places) {
            if (occurrences.of(token).isEmpty()) {
                return List.of();
            }
        }
        for (String token : excluded) {
            if (!occurrences.of(token).isEmpty()) {
                return List.of();
            }
        }
        List<Phrase.Span> found = new ArrayList<>();
        gather(occurrences, new ArrayList<>(), found);
        return found;
    }

    private void gather(Occurrences occurrences, List<Phrase.Span> chosen, List<Phrase.Span> found) {
        if (chosen.size() == places.size()) {
            found.add(cover(chosen));
            return;
        }
        for (Phrase.Span next : occurrences.of(places.get(chosen.size()))) {
            if (chosen.stream().noneMatch(next::overlaps)) {
                chosen.add(next);
                Phrase.Span cover = cover(chosen);
                if (cover.last() - cover.first() < width) {
                    gather(occurrences, chosen, found);
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
