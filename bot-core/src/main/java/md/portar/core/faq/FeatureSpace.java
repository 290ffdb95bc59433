package md.portar.core.faq;

import java.util.Arrays;
import java.util.List;

/** The features seen in training, each with an id and a weight for its rarity. Immutable once learnt. */
final class FeatureSpace {
    private final KeyTable keys;
    private final float[] rarity;
    private final float rarest;

    private FeatureSpace(KeyTable keys, float[] rarity) {
        this.keys = keys;
        this.rarity = rarity;
        float largest = 0;
        for (float one : rarity) {
            largest = Math.max(largest, one);
        }
        this.rarest = largest;
    }

    /**
     * Numbers the features of the examples in ascending order of their keys. A character n-gram that occurs once is left out:
     * it says nothing that its word does not say, and there are many.
     */
    static FeatureSpace learn(List<RawFeatures> examples) {
        long[] all = allKeys(examples);
        long[] keys = new long[all.length];
        float[] rarity = new float[all.length];
        int size = 0;
        for (int i = 0; i < all.length; ) {
            int next = i;
            while (next < all.length && all[next] == all[i]) {
                next++;
            }
            if (next - i > 1 || RawFeatures.group(all[i]) != FeatureGroup.GRAM) {
                keys[size] = all[i];
                rarity[size++] = (float) StrictMath.log(1.0 + (double) examples.size() / (next - i));
            }
            i = next;
        }
        return new FeatureSpace(new KeyTable(Arrays.copyOf(keys, size)), Arrays.copyOf(rarity, size));
    }

    void write(ModelWriter out) {
        keys.write(out);
        out.floats(rarity);
    }

    static FeatureSpace read(ModelReader in) {
        return new FeatureSpace(KeyTable.read(in), in.floats());
    }

    int size() {
        return rarity.length;
    }

    /** The ids of all features of a message, in their order; −1 for those never seen. */
    int[] ids(RawFeatures raw) {
        int[] ids = new int[raw.size()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = keys.find(raw.key(i));
        }
        return ids;
    }

    /** Keeps what is known; every group is brought to its weight, and the whole to length one. */
    SparseVector vector(RawFeatures raw, int[] ids) {
        return vector(raw, ids, true);
    }

    /** The same without character n-grams: what is said rather than how it is spelt. */
    SparseVector meaning(RawFeatures raw, int[] ids) {
        return vector(raw, ids, false);
    }

    /**
     * How much of a message was seen in training, group by group, from 0 to 1; a feature counts by its rarity, and one never
     * seen is the rarest of all.
     */
    double[] knownShares(RawFeatures raw, int[] ids) {
        double[] known = new double[FeatureGroup.COUNT];
        double[] all = new double[FeatureGroup.COUNT];
        for (int i = 0; i < raw.size(); i++) {
            int group = RawFeatures.group(raw.key(i));
            int id = ids[i];
            double square = id < 0 ? rarest * rarest : rarity[id] * rarity[id];
            all[group] += square;
            known[group] += id < 0 ? 0 : square;
        }
        for (int group = 0; group < all.length; group++) {
            known[group] = all[group] == 0 ? 0 : Math.sqrt(known[group] / all[group]);
        }
        return known;
    }

    private SparseVector vector(RawFeatures raw, int[] all, boolean withGrams) {
        int[] ids = new int[raw.size()];
        byte[] groups = new byte[raw.size()];
        float[] values = new float[raw.size()];
        double[] squares = new double[FeatureGroup.COUNT];
        int known = 0;
        for (int i = 0; i < raw.size(); i++) {
            int group = RawFeatures.group(raw.key(i));
            int id = group == FeatureGroup.GRAM && !withGrams ? -1 : all[i];
            if (id >= 0) {
                ids[known] = id;
                groups[known] = (byte) group;
                values[known] = rarity[id];
                squares[group] += rarity[id] * rarity[id];
                known++;
            }
        }
        float[] scale = scales(squares);
        for (int i = 0; i < known; i++) {
            values[i] *= scale[groups[i]];
        }
        return new SparseVector(Arrays.copyOf(ids, known), Arrays.copyOf(values, known));
    }

    private static float[] scales(double[] squares) {
        double total = 0;
        for (int group = 0; group < FeatureGroup.COUNT; group++) {
            if (squares[group] > 0) {
                total += FeatureGroup.weight(group) * FeatureGroup.weight(group);
            }
        }
        float[] scale = new float[FeatureGroup.COUNT];
        for (int group = 0; group < FeatureGroup.COUNT; group++) {
            double square = squares[group];
            if (square > 0) {
                scale[group] = (float) (FeatureGroup.weight(group) / Math.sqrt(square * total));
            }
        }
        return scale;
    }

    private static long[] allKeys(List<RawFeatures> examples) {
        int total = 0;
        for (RawFeatures example : examples) {
            total += example.size();
        }
        long[] all = new long[total];
        int at = 0;
        for (RawFeatures example : examples) {
            for (int i = 0; i < example.size(); i++) {
                all[at++] = example.key(i);
            }
        }
        Arrays.sort(all);
        return all;
    }
}
