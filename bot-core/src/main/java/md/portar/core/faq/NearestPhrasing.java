package md.portar.core.faq;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How close a message comes to the phrasings of each class: the cosine to the nearest one, over all features but the
 * character n-grams, which would make the index large and say little about meaning. Phrasings are numbered class by class.
 */
final class NearestPhrasing {
    /** A feature of more than one phrasing in so many is kept as a full row: adding a row up is faster than jumping about. */
    private static final int ONE_IN = 12;

    private final int[] start;
    private final int[] phrasing;
    private final float[] value;
    private final int[] classOf;
    private final int classes;
    /** Where the phrasings of a class begin; one more entry for the end of the last. */
    private final int[] classStart;
    /** Full rows by feature; null for the features of few phrasings. */
    private final float[][] rows;

    private NearestPhrasing(int[] start, int[] phrasing, float[] value, int[] classOf, int classes) {
        this.start = start;
        this.phrasing = phrasing;
        this.value = value;
        this.classOf = classOf;
        this.classes = classes;
        this.classStart = starts(classOf, classes);
        this.rows = new float[start.length - 1][];
        for (int id = 0; id < rows.length; id++) {
            if (start[id + 1] - start[id] > classOf.length / ONE_IN) {
                rows[id] = new float[classOf.length];
                for (int at = start[id]; at < start[id + 1]; at++) {
                    rows[id][phrasing[at]] = value[at];
                }
            }
        }
    }

    private static int[] starts(int[] classOf, int classes) {
        int[] starts = new int[classes + 1];
        for (int p = 0; p < classOf.length; p++) {
            if (p > 0 && classOf[p] < classOf[p - 1]) {
                throw new IllegalArgumentException("phrasings have to be in the order of their classes");
            }
            starts[classOf[p] + 1] = p + 1;
        }
        for (int c = 1; c <= classes; c++) {
            starts[c] = Math.max(starts[c], starts[c - 1]);
        }
        return starts;
    }

    static NearestPhrasing index(List<SparseVector> phrasings, int[] classOf, int classes, int features) {
        int[] order = IntStream.range(0, classOf.length)
                .boxed()
                .sorted(Comparator.comparingInt(p -> classOf[p]))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] start = new int[features + 1];
        for (SparseVector vector : phrasings) {
            for (int id : vector.ids()) {
                start[id + 1]++;
            }
        }
        for (int i = 0; i < features; i++) {
            start[i + 1] += start[i];
        }
        int[] next = Arrays.copyOf(start, features);
        int[] phrasing = new int[start[features]];
        float[] value = new float[start[features]];
        for (int p = 0; p < order.length; p++) {
            SparseVector vector = phrasings.get(order[p]);
            for (int i = 0; i < vector.size(); i++) {
                int at = next[vector.ids()[i]]++;
                phrasing[at] = p;
                value[at] = vector.values()[i];
            }
        }
        int[] sorted = Arrays.stream(order).map(p -> classOf[p]).toArray();
        return new NearestPhrasing(start, phrasing, value, sorted, classes);
    }

    void write(ModelWriter out) {
        out.ints(start);
        out.ints(phrasing);
        out.floats(value);
        out.ints(classOf);
        out.number(classes);
    }

    static NearestPhrasing read(ModelReader in) {
        return new NearestPhrasing(in.ints(), in.ints(), in.floats(), in.ints(), in.number());
    }

    /** The cosine to the nearest phrasing of every class. */
    float[] closeness(SparseVector vector) {
        float[] dots = new float[classOf.length];
        for (int i = 0; i < vector.size(); i++) {
            int id = vector.ids()[i];
            float weight = vector.values()[i];
            float[] row = rows[id];
            if (row == null) {
                addFew(dots, id, weight);
            } else {
                addRow(dots, row, weight);
            }
        }
        float[] nearest = new float[classes];
        for (int c = 0; c < classes; c++) {
            nearest[c] = largest(dots, classStart[c], classStart[c + 1]);
        }
        return nearest;
    }

    private void addFew(float[] dots, int id, float weight) {
        for (int at = start[id]; at < start[id + 1]; at++) {
            dots[phrasing[at]] += weight * value[at];
        }
    }

    private static void addRow(float[] dots, float[] row, float weight) {
        for (int p = 0; p < dots.length; p++) {
            dots[p] += weight * row[p];
        }
    }

    private static float largest(float[] dots, int from, int to) {
        float largest = 0;
        for (int p = from; p < to; p++) {
            if (dots[p] > largest) {
                largest = dots[p];
            }
        }
        return largest;
    }
}
