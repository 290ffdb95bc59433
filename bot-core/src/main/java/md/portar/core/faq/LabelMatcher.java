package md.portar.core.faq;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import md.portar.core.guard.ScreenedText;
import md.portar.core.message.Language;
import org.jspecify.annotations.Nullable;

/**
 * Finds the label of a message among those it was trained on, with a calibrated confidence. Knows nothing of topics: the
 * pack and any other labelled set of messages run through the same engine. Immutable and thread-safe.
 */
public final class LabelMatcher {
    private static final double ANSWER = 0.75;
    private static final double SUGGEST = 0.40;
    private static final int RANKED = 4;
    /** How fast the others' share of what confidence leaves falls with their margin. */
    private static final double SHARPNESS = 6;

    private final Ranker ranker;
    private final Confidence confidence;
    private final LanguageGuesser languages;

    private LabelMatcher(Ranker ranker, Confidence confidence, LanguageGuesser languages) {
        this.ranker = ranker;
        this.confidence = confidence;
        this.languages = languages;
    }

    /** Trains on labelled messages, as for a public intent data set, and calibrates on them by cross-validation. */
    public static LabelMatcher train(List<Example> examples) {
        if (examples.stream().allMatch(Example::isNone)) {
            throw new IllegalArgumentException("expected examples of at least one label");
        }
        List<Example> withNames = new ArrayList<>(examples);
        withNames.addAll(LabelNames.asExamples(examples));
        Vocabulary vocabulary = Vocabulary.empty();
        List<Example> languages = new ArrayList<>(examples);
        languages.addAll(EverydayWords.shipped().byLanguage());
        return new LabelMatcher(
                Ranker.train(withNames, vocabulary),
                Calibration.fit(withNames, vocabulary),
                LanguageGuesser.learn(languages));
    }

    static LabelMatcher of(Ranker ranker, Confidence confidence, LanguageGuesser languages) {
        return new LabelMatcher(ranker, confidence, languages);
    }

    /** The best label of a message. */
    public LabelMatch match(ScreenedText text) {
        return match(text.value(), languages.guess(text.value()));
    }

    /** The best label of a message in a conversation held in a language before. */
    public LabelMatch match(ScreenedText text, Language before) {
        return match(text.value(), languages.guess(text.value(), before));
    }

    LabelMatch match(String text, LanguageGuess language) {
        Evidence evidence = ranker.evidence(FeatureReader.sounds(text));
        List<LabelMatch.Candidate> ranking = ranking(evidence);
        Band band = band(ranking.get(0).confidence());
        return new LabelMatch(band, ranking, language, second(text, ranking.get(0)));
    }

    /** Another question in the same message: a part that is clear alone, beside a part that is clearly the best label. */
    private LabelMatch.@Nullable Candidate second(String text, LabelMatch.Candidate best) {
        LabelMatch.Candidate second = null;
        boolean bestHasItsPart = false;
        for (String part : QuestionSplit.parts(text)) {
            LabelMatch.Candidate clear =
                    ranking(ranker.evidence(FeatureReader.sounds(part))).get(0);
            if (clear.confidence() < ANSWER) {
                continue;
            }
            if (clear.label().equals(best.label())) {
                bestHasItsPart = true;
            } else if (second == null || clear.confidence() > second.confidence()) {
                second = clear;
            }
        }
        return bestHasItsPart ? second : null;
    }

    private static Band band(double confidence) {
        if (confidence >= ANSWER) {
            return Band.ANSWER;
        }
        return confidence >= SUGGEST ? Band.SUGGEST : Band.NONE;
    }

    /** The best label has the calibrated confidence; what is left of one is shared among the others by their margins. */
    private List<LabelMatch.Candidate> ranking(Evidence evidence) {
        int none = Evidence.noneClass(ranker.labels());
        int best = evidence.best(none);
        double sure = confidence.of(evidence.signals(best, none));
        float[] margins = evidence.margins();
        double others = 0;
        for (int c = 0; c < margins.length; c++) {
            others += c == best ? 0 : Math.exp(SHARPNESS * (margins[c] - margins[best]));
        }
        double share = (1 - sure) / Math.max(others, 1);
        List<LabelMatch.Candidate> ranking = new ArrayList<>(RANKED);
        IntStream.range(0, margins.length)
                .boxed()
                .filter(c -> c != none)
                .sorted(Comparator.comparingDouble(c -> -margins[c]))
                .limit(RANKED)
                .forEach(c -> ranking.add(new LabelMatch.Candidate(
                        ranker.labels().get(c),
                        c == best ? sure : share * Math.exp(SHARPNESS * (margins[c] - margins[best])))));
        return ranking;
    }
}
