package md.portar.core.faq;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Turns signals into the probability that the best label is right; a logistic curve fitted on messages not trained on. */
final class Confidence {
    private static final double COST = 1.0;

    /**
     * Fitted by cross-validation over the shipped pack together with everyday messages of other people, which use common words
     * in ways that the pack's own "none of these" do not; in the order of {@link Evidence#signals}. Fitting again at every start
     * would cost five trainings; a test fails when these numbers no longer describe the pack.
     */
    private static final Confidence SHIPPED = new Confidence(
            0.423, 3.914, -1.512, 1.391, 1.787, -0.729, -0.437, -0.109, 1.412, 1.230, -0.409, 0.846, 0.528, 0.366,
            -3.004);

    private final double[] weights;

    /** @param weights one a signal and the constant at the end */
    Confidence(double... weights) {
        if (weights.length != Evidence.SIGNALS + 1) {
            throw new IllegalArgumentException("expected " + (Evidence.SIGNALS + 1) + " weights");
        }
        this.weights = weights.clone();
    }

    static Confidence shipped() {
        return SHIPPED;
    }

    double of(double[] signals) {
        double sum = weights[Evidence.SIGNALS];
        for (int i = 0; i < signals.length; i++) {
            sum += weights[i] * signals[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    /** The fitted numbers, for writing them down. */
    double[] weights() {
        return weights.clone();
    }

    /** Fits the curve to what happened: signals and whether the label was right. */
    static Confidence fit(List<double[]> signals, List<Boolean> right) {
        return fit(signals, right, Evidence.SIGNALS);
    }

    /**
     * Fits with the strongest signal alone: the margin, held back by words never seen. Held-out labels are closer relatives
     * than real strangers, and a curve with many numbers learns just that difference.
     */
    static Confidence fitCautiously(List<double[]> signals, List<Boolean> right) {
        return fit(signals, right, 1);
    }

    private static Confidence fit(List<double[]> signals, List<Boolean> right, int used) {
        Linear.disableDebugOutput();
        Problem problem = new Problem();
        problem.l = signals.size();
        problem.n = Evidence.SIGNALS + 1;
        problem.x = signals.stream().map(all -> row(all, used)).toArray(Feature[][]::new);
        problem.y = right.stream().mapToDouble(r -> r ? 1 : -1).toArray();
        Parameter parameter = new Parameter(SolverType.L2R_LR, COST, 1e-4);
        parameter.setRandom(new Random(1));
        Model model = Linear.train(problem, parameter);
        double[] weights = Arrays.copyOf(model.getFeatureWeights(), Evidence.SIGNALS + 1);
        if (model.getLabels()[0] == -1) {
            for (int i = 0; i < weights.length; i++) {
                weights[i] = -weights[i];
            }
        }
        return new Confidence(weights);
    }

    private static Feature[] row(double[] signals, int used) {
        Feature[] row = new Feature[used + 1];
        for (int i = 0; i < used; i++) {
            row[i] = new FeatureNode(i + 1, signals[i]);
        }
        row[used] = new FeatureNode(signals.length + 1, 1);
        return row;
    }
}
