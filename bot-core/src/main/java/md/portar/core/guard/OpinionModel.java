package md.portar.core.guard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/** The trained weights of the second opinion, one byte each. Immutable, shared by all threads. */
final class OpinionModel {
    static final String RESOURCE = "/md/portar/guard/second-opinion.bin";
    /** Kinds that have weights of their own; card numbers are left to their rules. */
    static final List<SecretKind> KINDS = List.of(SecretKind.PASSWORD, SecretKind.PIN, SecretKind.CVV, SecretKind.OTP);
    /** Features share these places to tell the kinds apart; a power of two. */
    static final int KIND_SPACE = 1 << 14;

    private static final int FORMAT = 0x50474f31;
    private static final int DIGEST = 32;

    private final byte[] weights;
    private final float scale;
    private final float bias;
    private final byte[] kindWeights;
    private final byte[] buildDigest;

    private OpinionModel(byte[] weights, float scale, float bias, byte[] kindWeights, byte[] buildDigest) {
        this.weights = weights;
        this.scale = scale;
        this.bias = bias;
        this.kindWeights = kindWeights;
        this.buildDigest = buildDigest;
    }

    /** Takes trained weights over; those of kinds lie side by side for each feature. */
    static OpinionModel of(float[] weights, float bias, float[] kindWeights, byte[] buildDigest) {
        float scale = largest(weights) / Byte.MAX_VALUE;
        float kindScale = largest(kindWeights) / Byte.MAX_VALUE;
        return new OpinionModel(
                rounded(weights, scale), scale, bias, rounded(kindWeights, kindScale), buildDigest.clone());
    }

    /**
     * The model that the build trained.
     *
     * @throws IllegalStateException when the product was built without it: a weaker guard must not start unnoticed
     */
    static OpinionModel shipped() {
        try (InputStream in = OpinionModel.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(
                        "the guard's trained model is missing; the build makes it: " + RESOURCE);
            }
            return read(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("the guard's trained model cannot be read", e);
        }
    }

    /** Reads what {@link #written} wrote; anything else is refused. */
    static OpinionModel read(byte[] written) {
        int length = 3 * Integer.BYTES + DIGEST + FeatureList.SPACE + KIND_SPACE * KINDS.size();
        ByteBuffer in = ByteBuffer.wrap(written);
        if (written.length != length || in.getInt() != FORMAT) {
            throw new IllegalStateException("not a model of this guard (" + written.length + " bytes)");
        }
        byte[] digest = new byte[DIGEST];
        byte[] weights = new byte[FeatureList.SPACE];
        byte[] kindWeights = new byte[KIND_SPACE * KINDS.size()];
        in.get(digest);
        float scale = in.getFloat();
        float bias = in.getFloat();
        in.get(weights).get(kindWeights);
        return new OpinionModel(weights, scale, bias, kindWeights, digest);
    }

    byte[] written() {
        ByteBuffer out = ByteBuffer.allocate(3 * Integer.BYTES + DIGEST + weights.length + kindWeights.length);
        return out.putInt(FORMAT)
                .put(buildDigest)
                .putFloat(scale)
                .putFloat(bias)
                .put(weights)
                .put(kindWeights)
                .array();
    }

    boolean isBuiltFrom(byte[] digest) {
        return Arrays.equals(buildDigest, digest);
    }

    /** How likely a candidate is the value of a secret: 0 is even odds to the trained eye, more is likelier. */
    float score(OpinionFeatures features, boolean number) {
        int[] bag = features.bag(number);
        int sum = 0;
        for (int id : bag) {
            sum += weights[id];
        }
        int[] ids = features.ids();
        for (int i = 0; i < features.size(); i++) {
            sum += weights[ids[i]];
        }
        return sum * scale / (float) Math.sqrt(bag.length + features.size()) + bias;
    }

    /** The likeliest of some kinds for the candidate that the features describe. */
    SecretKind kind(OpinionFeatures features, List<SecretKind> fitting) {
        int[] sums = new int[KINDS.size()];
        for (int i = 0; i < features.size(); i++) {
            int place = (features.ids()[i] & KIND_SPACE - 1) * sums.length;
            for (int k = 0; k < sums.length; k++) {
                sums[k] += kindWeights[place + k];
            }
        }
        SecretKind best = fitting.get(0);
        for (SecretKind kind : fitting) {
            best = sums[KINDS.indexOf(kind)] > sums[KINDS.indexOf(best)] ? kind : best;
        }
        return best;
    }

    private static float largest(float[] weights) {
        float largest = Float.MIN_NORMAL;
        for (float weight : weights) {
            largest = Math.max(largest, Math.abs(weight));
        }
        return largest;
    }

    private static byte[] rounded(float[] weights, float scale) {
        byte[] rounded = new byte[weights.length];
        for (int i = 0; i < weights.length; i++) {
            rounded[i] = (byte) Math.round(weights[i] / scale);
        }
        return rounded;
    }
}
