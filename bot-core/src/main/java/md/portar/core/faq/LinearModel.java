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

/**
 * One weight per feature and class, trained for all classes together (Crammer and Singer's multi-class machine) and kept as
 * one byte a weight with a scale a feature: a quarter of the memory, and no difference that the scores notice.
 */
final class LinearModel {
    private static final double COST = 2.0;
    private static final double PRECISION = 0.3;
    private static final int MOST_ITERATIONS = 60;
    private static final long SEED = 20;

    private final byte[] weights;
    private final float[] scale;
    private final float[] bias;
    private final int classes;

    private LinearModel(byte[] weights, float[] scale, float[] bias) {
        this.weights = weights;
        this.scale = scale;
        this.bias = bias;
        this.classes = bias.length;
    }

    /** Trains on examples whose classes are numbered from 0. Same input, same model. */
    static LinearModel train(List<SparseVector> examples, int[] labels, int classes, int features) {
        Linear.disableDebugOutput(); // it prints its progress on standard output otherwise
        Problem problem = new Problem();
        problem.l = labels.length;
        problem.n = features + 1;
        problem.bias = 1;
        problem.x = examples.stream().map(vector -> row(vector, features)).toArray(Feature[][]::new);
        problem.y = new double[labels.length];
        for (int i = 0; i < labels.length; i++) {
            problem.y[i] = labels[i];
        }
        Parameter parameter = new Parameter(SolverType.MCSVM_CS, COST, PRECISION, MOST_ITERATIONS, 0.1);
        parameter.setRandom(new Random(SEED));
        return compressed(Linear.train(problem, parameter), classes, features);
    }

    void write(ModelWriter out) {
        out.bytes(weights);
        out.floats(scale);
        out.floats(bias);
    }

    static LinearModel read(ModelReader in) {
        return new LinearModel(in.bytes(), in.floats(), in.floats());
    }

    /** The margin of every class. */
    float[] scores(SparseVector vector) {
        float[] scores = bias.clone();
        for (int i = 0; i < vector.size(); i++) {
            int id = vector.ids()[i];
            int row = id * classes;
            float value = vector.values()[i] * scale[id];
            for (int c = 0; c < classes; c++) {
                scores[c] += value * weights[row + c];
            }
        }
        return scores;
    }

    private static LinearModel compressed(Model model, int classes, int features) {
        double[] trained = model.getFeatureWeights();
        int[] order = model.getLabels();
        byte[] weights = new byte[features * classes];
        float[] scale = new float[features];
        for (int f = 0; f < features; f++) {
            int row = f * classes;
            double largest = 1e-9;
            for (int c = 0; c < classes; c++) {
                largest = Math.max(largest, Math.abs(trained[row + c]));
            }
            scale[f] = (float) (largest / Byte.MAX_VALUE);
            for (int c = 0; c < classes; c++) {
                weights[row + order[c]] = (byte) Math.round(trained[row + c] / scale[f]);
            }
        }
        float[] bias = new float[classes];
        for (int c = 0; c < classes; c++) {
            bias[order[c]] = (float) trained[features * classes + c];
        }
        return new LinearModel(weights, scale, bias);
    }

    private static Feature[] row(SparseVector vector, int features) {
        Feature[] row = new Feature[vector.size() + 1];
        for (int i = 0; i < vector.size(); i++) {
            row[i] = new FeatureNode(vector.ids()[i] + 1, vector.values()[i]);
        }
        row[vector.size()] = new FeatureNode(features + 1, 1);
        return row;
    }
}
