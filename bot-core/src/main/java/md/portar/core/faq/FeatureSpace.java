package md.portar.core.faq;

import java.util.Arrays;
import java.util.List;

/** The features seen in training, each with an id and a weight for its rarity. Immutable once learnt. */
final class FeatureSpace {
    private final long[] slots;
    private final int[] idOfSlot;
    private final float[] rarity;
    private final int size;
    private final float rarest;

    private FeatureSpace(long[] slots, int[] idOfSlot, float[] rarity, int size) {
        this.slots = slots;
        this.idOfSlot = idOfSlot;
        this.rarity = rarity;
        this.size = size;
        float largest = 0;
        for (float one : rarity) {
            largest = Math.max(largest, one);
        }
        this.rarest = largest;
    }

    /** Numbers the features of the examples in ascending order of their keys. */
    static FeatureSpace learn(List<RawFeatures> examples) {
        long[] all = allKeys(examples);
        int distinct = countDistinct(all);
        int capacity = Integer.highestOneBit(Math.max(distinct, 8)) * 4;
        long[] slots = new long[capacity];
        int[] ids = new int[capacity];
        float[] rarity = new float[distinct];
        int id = 0;
        for (int i = 0; i < all.length; ) {
            int next = i;
            while (next < all.length && all[next] == all[i]) {
                next++;
            }
            int slot = freeSlot(slots, all[i]);
            slots[slot] = all[i];
            ids[slot] = id;
            rarity[id++] = (float) Math.log(1.0 + (double) examples.size() / (next - i));
            i = next;
        }
        return new FeatureSpace(slots, ids, rarity, distinct);
    }

    int size() {
        return size;
    }

    /** The id of a feature, or −1. */
    int idOf(long key) {
        int slot = freeSlot(slots, key);
        return slots[slot] == key ? idOfSlot[slot] : -1;
    }

    /** Keeps what is known; every group is brought to its weight, and the whole to length one. */
    SparseVector vector(RawFeatures raw) {
        return vector(raw, true);
    }

    /** The same without character n-grams: what is said rather than how it is spelt. */
    SparseVector meaning(RawFeatures raw) {
        return vector(raw, false);
    }

    /**
     * How much of a message was seen in training, group by group, from 0 to 1; a feature counts by its rarity, and one never
     * seen is the rarest of all.
     */
    double[] knownShares(RawFeatures raw) {
        double[] known = new double[FeatureGroup.COUNT];
        double[] all = new double[FeatureGroup.COUNT];
        for (int i = 0; i < raw.size(); i++) {
            int group = RawFeatures.group(raw.key(i));
            int id = idOf(raw.key(i));
            double square = id < 0 ? rarest * rarest : rarity[id] * rarity[id];
            all[group] += square;
            known[group] += id < 0 ? 0 : square;
        }
        for (int group = 0; group < all.length; group++) {
            known[group] = all[group] == 0 ? 0 : Math.sqrt(known[group] / all[group]);
        }
        return known;
    }

    private SparseVector vector(RawFeatures raw, boolean withGrams) {
        int[] ids = new int[raw.size()];
        byte[] groups = new byte[raw.size()];
        float[] values = new float[raw.size()];
        double[] squares = new double[FeatureGroup.COUNT];
        int known = 0;
        for (int i = 0; i < raw.size(); i++) {
            int group = RawFeatures.group(raw.key(i));
            int id = group == FeatureGroup.GRAM && !withGrams ? -1 : idOf(raw.key(i));
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

    private static int countDistinct(long[] sorted) {
        int distinct = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                distinct++;
            }
        }
        return distinct;
    }

    /** Where the key is, or the first free slot where it would go. Zero marks a free slot; no key is zero. */
    private static int freeSlot(long[] slots, long key) {
        int mask = slots.length - 1;
        int slot = (int) (key >>> 20) & mask;
        while (slots[slot] != 0 && slots[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
