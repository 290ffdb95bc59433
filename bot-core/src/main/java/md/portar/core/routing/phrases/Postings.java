package md.portar.core.routing.phrases;

import java.util.Arrays;
import java.util.List;

/** Small numbers filed under 64-bit keys; a key without numbers costs one look. Immutable and thread-safe. */
final class Postings {
    /** How many slots there are for each key at least; the more, the sooner an absent key is known to be absent. */
    private static final int SLOTS_A_KEY = 4;

    private final long[] keys;
    private final int[] starts;
    private final int[] numbers;
    /** The number of a key plus one, by hash; zero when free. */
    private final int[] slots;

    private Postings(long[] keys, int[] starts, int[] numbers) {
        this.keys = keys;
        this.starts = starts;
        this.numbers = numbers;
        this.slots = new int[Integer.highestOneBit(Math.max(keys.length, 1)) * 2 * SLOTS_A_KEY];
        for (int i = 0; i < keys.length; i++) {
            slots[slotOf(keys[i])] = i + 1;
        }
    }

    /** What is filed where; the same number twice under one key counts once. */
    record Entry(long key, int number) {}

    static Postings of(List<Entry> entries) {
        Entry[] sorted = entries.stream().distinct().toArray(Entry[]::new);
        Arrays.sort(
                sorted, (a, b) -> a.key == b.key ? Integer.compare(a.number, b.number) : Long.compare(a.key, b.key));
        long[] keys = new long[sorted.length];
        int[] starts = new int[sorted.length + 1];
        int[] numbers = new int[sorted.length];
        int size = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i].key != sorted[i - 1].key) {
                keys[size] = sorted[i].key;
                starts[size++] = i;
            }
            numbers[i] = sorted[i].number;
        }
        starts[size] = sorted.length;
        return new Postings(Arrays.copyOf(keys, size), Arrays.copyOf(starts, size + 1), numbers);
    }

    /** Adds the numbers filed under a key. */
    void addTo(IntBag found, long key) {
        int number = slots[slotOf(key)] - 1;
        if (number >= 0) {
            for (int i = starts[number]; i < starts[number + 1]; i++) {
                found.add(numbers[i]);
            }
        }
    }

    /** Where the key is, or the first free slot where it would go. */
    private int slotOf(long key) {
        int mask = slots.length - 1;
        long mixed = (key ^ (key >>> 32)) * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & mask;
        while (slots[slot] != 0 && keys[slots[slot] - 1] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
