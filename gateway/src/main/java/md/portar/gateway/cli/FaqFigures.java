package md.portar.gateway.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import md.portar.core.faq.Band;
import md.portar.core.faq.LabelMatch;

/** The figures of one group of messages. A share of nothing is not a number. */
final class FaqFigures {
    private static final double REFUSALS = 0.05;
    private static final int TOP = 3;

    private long none;
    private long right;
    private long rightAmongThree;
    private long refused;
    private long noneTold;
    private long wrongSent;
    private long withLanguage;
    private long rightLanguage;
    private final List<Double> ofTopics = new ArrayList<>();
    private final List<Double> ofNone = new ArrayList<>();

    void add(FaqScore.Expected expected, LabelMatch match) {
        boolean fits = expected.topics().contains(match.best().label());
        if (expected.none()) {
            none++;
            noneTold += match.band() == Band.NONE ? 1 : 0;
            ofNone.add(match.best().confidence());
        } else {
            right += fits ? 1 : 0;
            rightAmongThree += match.ranking().stream()
                            .limit(TOP)
                            .anyMatch(found -> expected.topics().contains(found.label()))
                    ? 1
                    : 0;
            refused += match.band() == Band.NONE ? 1 : 0;
            ofTopics.add(match.best().confidence());
        }
        wrongSent += match.band() == Band.ANSWER && !fits ? 1 : 0;
        expected.language().ifPresent(language -> {
            withLanguage++;
            rightLanguage += match.answerIn() == language ? 1 : 0;
        });
    }

    long messages() {
        return ofTopics.size() + none;
    }

    long none() {
        return none;
    }

    double accuracy() {
        return ratio(right, ofTopics.size());
    }

    double accuracyAmongThree() {
        return ratio(rightAmongThree, ofTopics.size());
    }

    double refused() {
        return ratio(refused, ofTopics.size());
    }

    double noneRecall() {
        return ratio(noneTold, none);
    }

    /** The confidence under which five in a hundred of the messages lie that a topic fits. */
    double fiveInAHundred() {
        if (ofTopics.isEmpty()) {
            return Double.NaN;
        }
        List<Double> sorted = new ArrayList<>(ofTopics);
        Collections.sort(sorted);
        return sorted.get((int) Math.floor(sorted.size() * REFUSALS));
    }

    /** How many of the messages that nothing fits lie below a confidence. */
    double noneBelow(double threshold) {
        return Double.isNaN(threshold)
                ? Double.NaN
                : ratio(
                        ofNone.stream()
                                .filter(confidence -> confidence < threshold)
                                .count(),
                        none);
    }

    double wrongSent() {
        return ratio(wrongSent, messages());
    }

    double rightLanguage() {
        return ratio(rightLanguage, withLanguage);
    }

    private static double ratio(long part, long whole) {
        return whole == 0 ? Double.NaN : (double) part / whole;
    }
}
