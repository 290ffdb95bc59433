package md.portar.core.faq;

import java.util.Arrays;

/**
 * The features of one message as hashes, before anything is known about which of them a model has seen. A hash is 61 bits of
 * the feature's content above three bits of its group, so that sorting keeps equal features together.
 */
final class RawFeatures {
    private static final int GROUP_BITS = 3;
    private static final int GROUP_MASK = (1 << GROUP_BITS) - 1;

    private long[] keys = new long[128];
    private int size;

    void add(int group, long hash) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size * 2);
        }
        keys[size++] = (spread(hash) << GROUP_BITS) | group;
    }

    /** Drops repetitions; a word said twice is not more of a question. */
    RawFeatures distinct() {
        Arrays.sort(keys, 0, size);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || keys[i] != keys[i - 1]) {
                keys[kept++] = keys[i];
            }
        }
        size = kept;
        return this;
    }

    int size() {
        return size;
    }

    long key(int i) {
        return keys[i];
    }

    static int group(long key) {
        return (int) (key & GROUP_MASK);
    }

    /** A memory-tight copy for keeping. */
    RawFeatures trimmed() {
        keys = Arrays.copyOf(keys, size);
        return this;
    }

    static long hash(CharSequence text, int from, int to, long seed) {
        long hash = seed * 0x9E3779B97F4A7C15L + 0x632BE59BD9B4E019L;
        for (int i = from; i < to; i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
        }
        return hash;
    }

    /** Spreads the last characters over all bits; FNV alone leaves the upper ones alike. */
    static long spread(long hash) {
        long h = (hash ^ (hash >>> 32)) * 0xD6E8FEB86659FD93L;
        h = (h ^ (h >>> 32)) * 0xD6E8FEB86659FD93L;
        return h ^ (h >>> 32);
    }
}
