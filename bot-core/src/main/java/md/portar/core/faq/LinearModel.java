package md.portar.core.faq;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** One weight per feature and class, trained one class against the rest, stored feature by feature for fast reading. */
final class LinearModel {
    private static final double COST = 1.0;
    private static final double PRECISION = 0.1;
    private static final int MOST_ITERATIONS = 40;
    private static final double BIAS = 1.0;

    private final float[] weights;
    private final float[] bias;
    private final int classes;

    private LinearModel(float[] weights, float[] bias) {
        this.weights = weights;
        this.bias = bias;
        this.classes = bias.length;
    }

    /** Trains on examples whose classes are numbered from 0. Same input, same model. */
    static LinearModel train(List<SparseVector> examples, int[] labels, int classes, int features) {
        Linear.disableDebugOutput(); // it prints its progress on standard output otherwise
        Feature[][] rows =
                examples.stream().map(vector -> row(vector, features)).toArray(Feature[][]::new);
        float[] weights = new float[features * classes];
        float[] bias = new float[classes];
        IntStream.range(0, classes).parallel().forEach(one -> {
            double[] trained = oneAgainstRest(rows, labels, one, features);
            for (int f = 0; f < features; f++) {
                weights[f * classes + one] = (float) trained[f];
            }
            bias[one] = (float) (trained[features] * BIAS);
        });
        return new LinearModel(weights, bias);
    }

    int classes() {
        return classes;
    }

    /** The margin of every class. */
    float[] scores(SparseVector vector) {
        float[] scores = bias.clone();
        for (int i = 0; i < vector.size(); i++) {
            int row = vector.ids()[i] * classes;
            float value = vector.values()[i];
            for (int c = 0; c < classes; c++) {
                scores[c] += value * weights[row + c];
            }
        }
        return scores;
    }

    private static double[] oneAgainstRest(Feature[][] rows, int[] labels, int one, int features) {
        Problem problem = new Problem();
        problem.l = rows.length;
        problem.n = features + 1;
        problem.bias = BIAS;
        problem.x = rows;
        problem.y = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            problem.y[i] = labels[i] == one ? 1 : -1;
        }
        Parameter parameter = new Parameter(SolverType.L2R_L2LOSS_SVC_DUAL, COST, PRECISION, MOST_ITERATIONS, 0.1);
        parameter.setRandom(new Random(one));
        Model model = Linear.train(problem, parameter);
        double[] weights = model.getFeatureWeights();
        if (model.getLabels()[0] == -1) {
            for (int i = 0; i < weights.length; i++) {
                weights[i] = -weights[i];
            }
        }
        return weights;
    }

    private static Feature[] row(SparseVector vector, int features) {
        Feature[] row = new Feature[vector.size() + 1];
        for (int i = 0; i < vector.size(); i++) {
            row[i] = new FeatureNode(vector.ids()[i] + 1, vector.values()[i]);
        }
        row[vector.size()] = new FeatureNode(features + 1, BIAS);
        return row;
    }
}
