package md.portar.core.faq;

import java.util.Arrays;
import java.util.List;

/**
 * How close a message comes to the phrasings of each class: the cosine to the nearest one, over all features but the
 * character n-grams, which would make the index large and say little about meaning.
 */
final class NearestPhrasing {
    private final int[] start;
    private final int[] phrasing;
    private final float[] value;
    private final int[] classOf;
    private final int classes;

    private NearestPhrasing(int[] start, int[] phrasing, float[] value, int[] classOf, int classes) {
        this.start = start;
        this.phrasing = phrasing;
        this.value = value;
        this.classOf = classOf;
        this.classes = classes;
    }

    static NearestPhrasing index(List<SparseVector> phrasings, int[] classOf, int classes, int features) {
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
        for (int p = 0; p < phrasings.size(); p++) {
            SparseVector vector = phrasings.get(p);
            for (int i = 0; i < vector.size(); i++) {
                int at = next[vector.ids()[i]]++;
                phrasing[at] = p;
                value[at] = vector.values()[i];
            }
        }
        return new NearestPhrasing(start, phrasing, value, classOf, classes);
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
            for (int at = start[id]; at < start[id + 1]; at++) {
                dots[phrasing[at]] += weight * value[at];
            }
        }
        float[] nearest = new float[classes];
        for (int p = 0; p < dots.length; p++) {
            nearest[classOf[p]] = Math.max(nearest[classOf[p]], dots[p]);
        }
        return nearest;
    }
}
