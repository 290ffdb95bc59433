package md.portar.core.routing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import md.portar.core.message.Language;
import md.portar.core.routing.phrases.FoldedText;
import md.portar.core.routing.phrases.PhraseList;
import md.portar.core.routing.phrases.WordSet;

/** The set phrases that the dialogues know, apart from safety. Immutable and thread-safe. */
final class Phrasebook {
    private static final String FOLDER = "/md/portar/phrases/";

    private static final List<String> FILES =
            List.of("human", "fraud", "fraud-idioms", "complaint", "position", "cancel-queue", "stop", "insult");

    private final PhraseList human;
    private final PhraseList fraud;
    private final PhraseList fraudIdioms;
    private final PhraseList complaint;
    private final PhraseList position;
    private final PhraseList cancelQueue;
    private final PhraseList stop;
    private final PhraseList insult;
    private final WordSet thanks = words("thanks");
    private final WordSet hello = words("hello");
    private final WordSet neutral = words("neutral");
    private final WordSet yes = words("yes");
    private final Map<Language, PhraseList> languages = new EnumMap<>(Language.class);

    Phrasebook() {
        List<String> files = new ArrayList<>(FILES);
        for (Language language : Language.values()) {
            files.add("language-" + language.code());
        }
        Iterator<PhraseList> lists = PhraseList.load(
                        files.stream().map(name -> FOLDER + name + ".txt").toList())
                .iterator();
        human = lists.next();
        fraud = lists.next();
        fraudIdioms = lists.next();
        complaint = lists.next();
        position = lists.next();
        cancelQueue = lists.next();
        stop = lists.next();
        insult = lists.next();
        for (Language language : Language.values()) {
            languages.put(language, lists.next());
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

    private static WordSet words(String name) {
        return WordSet.load(FOLDER + name + ".txt");
    }
}
