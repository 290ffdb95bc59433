package md.portar.core.guard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Logistic regression where only messages are labelled: of an innocent message the likeliest candidate must not look like a
 * secret, of a secret one the likeliest must, or the one that the rules found. Steps shrink with what a weight has moved
 * (AdaGrad). What is learnt depends a little on the order of the examples, so the mean of several orders is taken. The same
 * examples in the same order give the same weights. Not thread-safe.
 */
final class OpinionLearner {
    private static final int ORDERS = 5;
    private static final int ROUNDS = 8;
    private static final float FIRST_STEP = 0.3f;
    private static final float STEP_LOSS = 0.8f;
    private static final float DECAY = 1e-3f;
    private static final float BIAS_STEP = 0.3f;
    /** How much the candidates beside a known secret teach, and how likely one is taken. */
    private static final float OTHERS = 0.2f;

    private static final int ONE_IN = 4;
    private static final float CLEAR = -2;

    private final float[] weights = new float[FeatureList.SPACE];
    private final float[] moved = new float[FeatureList.SPACE];
    private final float[] kindWeights = new float[OpinionModel.KIND_SPACE * OpinionModel.KINDS.size()];
    private final float[] kindMoved = new float[kindWeights.length];
    private float bias = -1;
    private float biasMoved = 1;
    private float step;

    private OpinionLearner() {
        Arrays.fill(moved, 1e-2f);
        Arrays.fill(kindMoved, 1e-2f);
    }

    static OpinionModel learn(List<OpinionExample> examples, byte[] buildDigest) {
        List<OpinionExample> teaching = new ArrayList<>(examples);
        teaching.removeIf(example -> example.candidates().isEmpty() || isOnlyCard(example));
        OpinionLearner first = new OpinionLearner().learn(teaching, 1);
        for (int order = 2; order <= ORDERS; order++) {
            first.addUp(new OpinionLearner().learn(teaching, order));
        }
        divide(first.weights);
        divide(first.kindWeights);
        return OpinionModel.of(first.weights, first.bias / ORDERS, first.kindWeights, buildDigest);
    }

    private OpinionLearner learn(List<OpinionExample> examples, long seed) {
        List<OpinionExample> order = new ArrayList<>(examples);
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            step = FIRST_STEP * (1 - STEP_LOSS * round / ROUNDS);
            Collections.shuffle(order, random);
            for (OpinionExample example : order) {
                learn(example, random);
            }
        }
        return this;
    }

    private void addUp(OpinionLearner other) {
        for (int i = 0; i < weights.length; i++) {
            weights[i] += other.weights[i];
        }
        for (int i = 0; i < kindWeights.length; i++) {
            kindWeights[i] += other.kindWeights[i];
        }
        bias += other.bias;
    }

    private static void divide(float[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= ORDERS;
        }
    }

    /** Card numbers are no candidates. */
    private static boolean isOnlyCard(OpinionExample example) {
        return example.secret() && example.kinds().equals(Set.of(SecretKind.CARD_NUMBER));
    }

    private void learn(OpinionExample example, Random random) {
        int likeliest = likeliest(example);
        int[] features = example.candidates().get(likeliest);
        if (!example.secret()) {
            move(features, sigmoid(score(features)));
            return;
        }
        move(features, sigmoid(score(features)) - 1);
        if (example.kinds().size() == 1) {
            learnKind(
                    features,
                    OpinionModel.KINDS.indexOf(example.kinds().iterator().next()));
        }
        if (!example.found()[likeliest]) {
            return;
        }
        for (int i = 0; i < example.found().length; i++) {
            if (!example.found()[i] && random.nextInt(ONE_IN) == 0) {
                int[] other = example.candidates().get(i);
                float score = score(other);
                if (score > CLEAR) {
                    move(other, OTHERS * sigmoid(score));
                }
            }
        }
    }

    /** Where the rules found the secret, only their candidates are asked. */
    private int likeliest(OpinionExample example) {
        boolean known = false;
        for (boolean found : example.found()) {
            known |= found;
        }
        int best = -1;
        float most = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < example.found().length; i++) {
            float score = known && !example.found()[i]
                    ? Float.NEGATIVE_INFINITY
                    : score(example.candidates().get(i));
            if (best < 0 || score > most) {
                best = i;
                most = score;
            }
        }
        return best;
    }

    private float score(int[] features) {
        float sum = 0;
        for (int id : features) {
            sum += weights[id];
        }
        return sum / (float) Math.sqrt(features.length) + bias;
    }

    private void move(int[] features, float slope) {
        float each = slope / (float) Math.sqrt(features.length);
        for (int id : features) {
            float gradient = each + DECAY * weights[id];
            moved[id] += gradient * gradient;
            weights[id] -= step * gradient / (float) Math.sqrt(moved[id]);
        }
        biasMoved += slope * slope;
        bias -= step * BIAS_STEP * slope / (float) Math.sqrt(biasMoved);
    }

    private void learnKind(int[] features, int right) {
        int kinds = OpinionModel.KINDS.size();
        float norm = (float) Math.sqrt(features.length);
        for (int kind = 0; kind < kinds; kind++) {
            float sum = 0;
            for (int id : features) {
                sum += kindWeights[(id & OpinionModel.KIND_SPACE - 1) * kinds + kind];
            }
            float slope = sigmoid(sum / norm) - (kind == right ? 1 : 0);
            for (int id : features) {
                int place = (id & OpinionModel.KIND_SPACE - 1) * kinds + kind;
                float gradient = slope / norm + DECAY * kindWeights[place];
                kindMoved[place] += gradient * gradient;
                kindWeights[place] -= step * gradient / (float) Math.sqrt(kindMoved[place]);
            }
        }
    }

    private static float sigmoid(float x) {
        return (float) (1 / (1 + StrictMath.exp(-x)));
    }
}
