package md.portar.core.routing.phrases;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where the places of a list's gatherings occur in one message; each is looked for once. Used by one thread. */
final class Occurrences {
    private final Map<String, PhrasePlace> places;
    private final List<String> words;
    private final Map<String, List<Phrase.Span>> found = new HashMap<>();

    Occurrences(Map<String, PhrasePlace> places, List<String> words) {
        this.places = places;
        this.words = words;
    }

    List<Phrase.Span> of(String token) {
        return found.computeIfAbsent(token, any -> {
            PhrasePlace place = places.get(token);
            return place == null ? List.of() : place.spans(words);
        });
    }
}
