package md.portar.core.guard;

import java.util.List;

/** All detectors, in the order in which they claim parts of a text. Immutable, shared by all threads. */
class Rules {
    private static final List<String> LANGUAGES = LexiconReader.lines(LexiconReader.FOLDER + "languages.txt");

    private final Lexicon lexicon;
    private final CardScanner cards;
    private final SaidTexts said = new SaidTexts();

    Rules(Lexicon lexicon, Issuers issuers) {
        this.lexicon = lexicon;
        this.cards = new CardScanner(issuers);
    }

    static Rules standard() {
        return Standard.RULES;
    }

    /** Rules for a given list of languages, each with its two files. */
    static Rules of(List<String> languages) {
        return new Rules(LexiconReader.read(languages), Issuers.read());
    }

    Analysis tokenise(NormText text) {
        return new Analysis(Tokeniser.read(lexicon, text));
    }

    /** What words of bot or agent mean for the answer. */
    OutgoingReading outgoing(String text) {
        return said.get(text, words -> OutgoingReading.of(words, this));
    }

    CardScanner cards() {
        return cards;
    }

    /** What is found in a text as typed and, where a keyword shows it, as typed with the other keyboard layout. */
    List<Hit> find(Analysis analysis) {
        apply(analysis);
        if (analysis.tokens.anyMistyped) {
            Analysis meant = tokenise(Layout.retyped(analysis.text));
            apply(meant);
            meant.hits.stream().filter(hit -> !overlaps(hit, analysis.hits)).forEach(analysis.hits::add);
        }
        return analysis.hits;
    }

    private static boolean overlaps(Hit hit, List<Hit> others) {
        return others.stream().anyMatch(other -> hit.start() < other.end() && other.start() < hit.end());
    }

    private void apply(Analysis analysis) {
        LinkRules.apply(analysis);
        cards.scan(analysis);
        CardDetails.apply(analysis);
        SeedRules.apply(analysis);
        CodeRules.apply(analysis);
        CodeWords.apply(analysis);
        PasswordRules.apply(analysis);
    }

    /** Loaded when the first guard is made. */
    private static final class Standard {
        private static final Rules RULES = of(LANGUAGES);
    }
}
