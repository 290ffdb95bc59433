package md.portar.core.routing;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import md.portar.core.message.Language;
import md.portar.core.routing.phrases.FoldedText;
import md.portar.core.routing.phrases.PhraseList;
import md.portar.core.routing.phrases.WordSet;

/** The set phrases that the dialogues know, apart from safety. Immutable and thread-safe. */
final class Phrasebook {
    private static final String FOLDER = "/md/portar/phrases/";

    private final PhraseList human = list("human");
    private final PhraseList fraud = list("fraud");
    private final PhraseList fraudIdioms = list("fraud-idioms");
    private final PhraseList complaint = list("complaint");
    private final PhraseList position = list("position");
    private final PhraseList cancelQueue = list("cancel-queue");
    private final PhraseList stop = list("stop");
    private final PhraseList insult = list("insult");
    private final WordSet thanks = words("thanks");
    private final WordSet hello = words("hello");
    private final WordSet neutral = words("neutral");
    private final WordSet yes = words("yes");
    private final Map<Language, PhraseList> languages = new EnumMap<>(Language.class);

    Phrasebook() {
        for (Language language : Language.values()) {
            languages.put(language, list("language-" + language.code()));
        }
    }

    boolean wantsHuman(FoldedText text) {
        return human.occursIn(text);
    }

    boolean tellsOfFraud(FoldedText text) {
        return fraud.occursOutside(fraudIdioms, text);
    }

    boolean complains(FoldedText text) {
        return complaint.occursIn(text);
    }

    boolean asksPosition(FoldedText text) {
        return position.occursIn(text);
    }

    boolean leavesQueue(FoldedText text) {
        return cancelQueue.occursIn(text);
    }

    boolean wantsSilence(FoldedText text) {
        return stop.occursIn(text);
    }

    boolean insults(FoldedText text) {
        return insult.occursIn(text);
    }

    boolean thanks(FoldedText text) {
        return thanks.coversAllOf(text);
    }

    boolean greets(FoldedText text) {
        return hello.coversAllOf(text);
    }

    boolean agrees(FoldedText text) {
        return yes.coversAllOf(text);
    }

    /** Whether the words belong to no language in particular. */
    boolean isNeutral(FoldedText text) {
        return text.isEmpty()
                || neutral.coversAllOf(text)
                || text.words().stream()
                        .allMatch(word -> word.length() < 3 || word.chars().anyMatch(Character::isDigit));
    }

    /** The language that a short message asks for. Longer ones ask about languages rather than for one. */
    Optional<Language> asksLanguage(FoldedText text) {
        if (text.words().size() > 6) {
            return Optional.empty();
        }
        for (Language language : Language.values()) {
            PhraseList list = languages.get(language);
            if (list != null && list.occursIn(text)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    private static PhraseList list(String name) {
        return PhraseList.load(FOLDER + name + ".txt");
    }

    private static WordSet words(String name) {
        return WordSet.load(FOLDER + name + ".txt");
    }
}
