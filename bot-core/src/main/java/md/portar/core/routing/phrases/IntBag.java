package md.portar.core.routing.phrases;

import java.util.Arrays;

/** Numbers collected on the way to an ascending array. Used by one thread. */
final class IntBag {
    private int[] numbers = new int[32];
    private int size;

    void add(int number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size * 2);
        }
        numbers[size++] = number;
    }

    void clear() {
        size = 0;
    }

    /** Each number once, in ascending order. */
    int[] distinct() {
        Arrays.sort(numbers, 0, size);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || numbers[i] != numbers[i - 1]) {
                numbers[kept++] = numbers[i];
            }
        }
        return Arrays.copyOf(numbers, kept);
    }
}
