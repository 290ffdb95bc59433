package md.portar.core.faq;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import md.portar.core.guard.ScreenedText;
import md.portar.core.message.Language;

/**
 * Finds the label of a message among those it was trained on, with a calibrated confidence. Knows nothing of topics: the
 * pack and any other labelled set of messages run through the same engine. Immutable and thread-safe.
 */
public final class LabelMatcher {
    private static final double ANSWER = 0.70;
    private static final double SUGGEST = 0.30;
    private static final int RANKED = 4;

    private final Ranker ranker;
    private final LanguageGuesser languages;

    private LabelMatcher(Ranker ranker, LanguageGuesser languages) {
        this.ranker = ranker;
        this.languages = languages;
    }

    /** Trains on labelled messages, as for a public intent data set. */
    public static LabelMatcher train(List<Example> examples) {
        return train(examples, Vocabulary.empty(), LanguageGuesser.learn(examples));
    }

    static LabelMatcher train(List<Example> examples, Vocabulary vocabulary, LanguageGuesser languages) {
        if (examples.stream().allMatch(Example::isNone)) {
            throw new IllegalArgumentException("expected examples of at least one label");
        }
        return new LabelMatcher(Ranker.train(examples, vocabulary), languages);
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
        float[] scores = ranker.scores(FeatureReader.sounds(text));
        List<LabelMatch.Candidate> ranking = ranking(scores);
        double confidence = ranking.get(0).confidence();
        Band band = confidence >= ANSWER ? Band.ANSWER : confidence >= SUGGEST ? Band.SUGGEST : Band.NONE;
        return new LabelMatch(band, ranking, language, null);
    }

    private List<LabelMatch.Candidate> ranking(float[] scores) {
        List<String> labels = ranker.labels();
        double total = 0;
        for (float score : scores) {
            total += Math.exp(4 * score);
        }
        double sum = total;
        List<LabelMatch.Candidate> ranking = new ArrayList<>(RANKED);
        IntStream.range(0, scores.length)
                .boxed()
                .filter(c -> !labels.get(c).equals(Example.NONE))
                .sorted(Comparator.comparingDouble(c -> -scores[c]))
                .limit(RANKED)
                .forEach(c -> ranking.add(new LabelMatch.Candidate(labels.get(c), Math.exp(4 * scores[c]) / sum)));
        return ranking;
    }
}
