package md.portar.core.guard;

import java.util.Arrays;

/** The features of one candidate as numbers below {@link #SPACE}. Not thread-safe. */
final class FeatureList {
    /** A power of two. */
    static final int SPACE = 1 << 18;

    private static final long SPREAD = 0xD6E8FEB86659FD93L;

    private int[] ids = new int[512];
    private int size;
    private long shape;

    /** Begins with the next candidate, which has this shape. */
    void clear(long next) {
        size = 0;
        shape = next;
    }

    void add(long key) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, size * 2);
        }
        ids[size++] = id(key);
    }

    /** A feature for all shapes and one for this shape. */
    void both(long key) {
        add(key);
        add(Hashes.mix(key, shape));
    }

    /** Only the first {@link #size()} count. */
    int[] ids() {
        return ids;
    }

    int size() {
        return size;
    }

    static int id(long key) {
        long spread = key * SPREAD;
        return (int) (spread >>> 40 ^ spread >>> 13) & SPACE - 1;
    }
}
