package md.portar.core.routing.phrases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Where the places of a lexicon occur in one message. Not changed after it was read, and thread-safe from then on. */
final class Sightings {
    private static final List<Phrase.Span> NOWHERE = List.of();

    private final Lexicon lexicon;
    private final List<Phrase.Span>[] byPlace;
    private final int words;

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of lists, seldom more than a few of them filled
    Sightings(Lexicon lexicon, int places, int words) {
        this.lexicon = lexicon;
        this.byPlace = new List[places];
        Arrays.fill(byPlace, NOWHERE);
        this.words = words;
    }

    boolean isOf(Lexicon other) {
        return lexicon == other;
    }

    /** How many words the message has. */
    int words() {
        return words;
    }

    /** Notes an occurrence, by ascending first word and in order of preference. */
    void add(int place, int first, int last) {
        if (byPlace[place] == NOWHERE) {
            byPlace[place] = new ArrayList<>(2);
        }
        Phrase.Span span = new Phrase.Span(first, last);
        if (!byPlace[place].contains(span)) {
            byPlace[place].add(span);
        }
    }

    /** Everywhere a place occurs, by ascending first word. */
    List<Phrase.Span> of(int place) {
        return byPlace[place];
    }

    boolean has(int place) {
        return !byPlace[place].isEmpty();
    }

    /** Whether all of the places occur somewhere. */
    boolean haveAll(int[] places) {
        for (int place : places) {
            if (byPlace[place].isEmpty()) {
                return false;
            }
        }
        return true;
    }
}
