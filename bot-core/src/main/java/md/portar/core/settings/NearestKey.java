package md.portar.core.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the key that somebody probably meant. */
final class NearestKey {
    private static final int FARTHEST = 3;

    private NearestKey() {}

    static Optional<String> of(String written, Collection<String> known) {
        return known.stream()
                .filter(key -> distance(written, key) <= Math.min(FARTHEST, key.length() / 2))
                .min(Comparator.comparingInt(key -> distance(written, key)));
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j] + 1, row[j - 1] + 1), diagonal + change);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
