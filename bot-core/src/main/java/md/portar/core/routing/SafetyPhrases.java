package md.portar.core.routing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import md.portar.core.conversation.SafetyConcern;
import md.portar.core.routing.phrases.FoldedText;
import md.portar.core.routing.phrases.PhraseList;

/**
 * Recognises that a player asks for protection or is in danger. Recall comes first: a phrase too many costs a person a glance,
 * a phrase too few may cost the player everything. Immutable and thread-safe.
 */
public final class SafetyPhrases {
    private static final String FOLDER = "/md/portar/safety/";
    private static final String CLASSES = FOLDER + "classes.txt";

    private final Map<SafetyConcern, PhraseList> lists = new EnumMap<>(SafetyConcern.class);
    private final PhraseList idioms;

    public SafetyPhrases() {
        List<String> files = new ArrayList<>();
        files.add(FOLDER + "idioms.txt");
        for (SafetyConcern concern : SafetyConcern.values()) {
            files.add(FOLDER + file(concern));
        }
        Iterator<PhraseList> loaded = PhraseList.load(files, CLASSES).iterator();
        idioms = loaded.next();
        for (SafetyConcern concern : SafetyConcern.values()) {
            lists.put(concern, loaded.next());
        }
    }

    private static String file(SafetyConcern concern) {
        return concern.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".txt";
    }

    /** The gravest concern that the words express, if any. */
    public Optional<SafetyConcern> concernIn(String words) {
        FoldedText text = FoldedText.of(words);
        for (Map.Entry<SafetyConcern, PhraseList> entry : lists.entrySet()) {
            if (entry.getValue().occursOutside(idioms, text)) {
                return Optional.of(entry.getKey());
            }
        }
        return Optional.empty();
    }
}
