package md.portar.core.faq;

/** Numbers distinct keys by their place in an array and finds them again. Zero is not a key. Immutable and thread-safe. */
final class KeyTable {
    private final long[] keys;
    private final int[] slots;

    /** @param keys distinct, well spread over all bits */
    KeyTable(long[] keys) {
        this.keys = keys;
        this.slots = new int[Integer.highestOneBit(Math.max(keys.length, 8)) * 4];
        for (int i = 0; i < keys.length; i++) {
            slots[slotOf(keys[i])] = i + 1;
        }
    }

    /** The number of a key, or −1. */
    int find(long key) {
        return slots[slotOf(key)] - 1;
    }

    int size() {
        return keys.length;
    }

    void write(ModelWriter out) {
        out.longs(keys);
    }

    static KeyTable read(ModelReader in) {
        return new KeyTable(in.longs());
    }

    /** Where the key is, or the first free slot where it would go. */
    private int slotOf(long key) {
        int mask = slots.length - 1;
        int slot = (int) (key >>> 20) & mask;
        while (slots[slot] != 0 && keys[slots[slot] - 1] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
