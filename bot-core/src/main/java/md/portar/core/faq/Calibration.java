package md.portar.core.faq;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Cross-validation of a labelled set: every example is judged by a model that has not seen it. With examples of "none of
 * these" the folds are plain; without them, whole labels are held out in turn and play that part, because a model that has
 * met nothing foreign would be sure of everything.
 */
final class Calibration {
    private static final int FOLDS = 5;
    private static final long SEED = 7;

    private Calibration() {}

    /** What a model that had not seen the example made of it. */
    record Judged(Example example, Evidence evidence, List<String> labels) {
        int best() {
            return evidence.best(Evidence.noneClass(labels));
        }

        boolean right() {
            return labels.get(best()).equals(example.label());
        }

        double[] signals() {
            return evidence.signals(best(), Evidence.noneClass(labels));
        }
    }

    static Confidence fit(List<Example> examples, Vocabulary vocabulary) {
        List<double[]> signals = new ArrayList<>();
        List<Boolean> right = new ArrayList<>();
        for (Judged judged : judge(examples, vocabulary)) {
            signals.add(judged.signals());
            right.add(judged.right());
        }
        boolean hasNone = examples.stream().anyMatch(Example::isNone);
        return hasNone ? Confidence.fit(signals, right) : Confidence.fitCautiously(signals, right);
    }

    /** Every example once, judged by a model trained without it; and where needed once more as a stranger. */
    static List<Judged> judge(List<Example> examples, Vocabulary vocabulary) {
        List<Example> shuffled = new ArrayList<>(examples);
        Collections.shuffle(shuffled, new Random(SEED));
        boolean hasNone = examples.stream().anyMatch(Example::isNone);
        List<String> labels = new ArrayList<>(
                new TreeSet<>(examples.stream().map(Example::label).toList()));
        boolean strangers = !hasNone && labels.size() > FOLDS;
        return IntStream.range(0, FOLDS)
                .parallel()
                .mapToObj(fold -> judgeFold(shuffled, labels, strangers, fold, vocabulary))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Judged> judgeFold(
            List<Example> shuffled, List<String> labels, boolean strangers, int fold, Vocabulary vocabulary) {
        List<Example> seen = new ArrayList<>();
        List<Example> unseen = new ArrayList<>();
        for (int i = 0; i < shuffled.size(); i++) {
            Example example = shuffled.get(i);
            boolean stranger = strangers && labels.indexOf(example.label()) % FOLDS == fold;
            (stranger || i % FOLDS == fold ? unseen : seen).add(example);
        }
        Ranker ranker = Ranker.train(seen, vocabulary);
        return unseen.stream()
                .map(example ->
                        new Judged(example, ranker.evidence(FeatureReader.sounds(example.text())), ranker.labels()))
                .toList();
    }
}
