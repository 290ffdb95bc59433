package md.portar.core.faq;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import md.portar.core.message.Language;

/**
 * Common words that belong together in three languages, whatever the pack is about: a message with "cab" gets a hint from
 * training messages with "taxi". A word may be in several groups. Loaded once from the product's own word list.
 */
final class EverydayWords {
    private static final String RESOURCE = "/md/portar/faq/everyday-words.txt";
    private static final int[] NONE = {};
    private static final List<Language> COLUMNS = List.of(Language.EN, Language.RO, Language.RU);
    /** A stem that more groups share than this says nothing. */
    private static final int MOST_GROUPS_OF_STEM = 2;

    private static final EverydayWords SHIPPED = load();

    private final Map<String, int[]> bySound = new HashMap<>();
    private final Map<String, int[]> byStem = new HashMap<>();

    private final List<Example> byLanguage = new ArrayList<>();

    private EverydayWords() {}

    static EverydayWords shipped() {
        return SHIPPED;
    }

    /** The numbers of the groups of a word; none for a word that is not listed. */
    int[] groupsOf(String sound, String stem) {
        int[] exact = bySound.get(sound);
        if (exact != null) {
            return exact;
        }
        int[] related = byStem.getOrDefault(stem, NONE);
        return related.length > MOST_GROUPS_OF_STEM ? NONE : related;
    }

    boolean knows(String sound) {
        return bySound.containsKey(sound);
    }

    private static EverydayWords load() {
        try (InputStream in = EverydayWords.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the product's word list is missing: " + RESOURCE);
            }
            EverydayWords words = new EverydayWords();
            int group = 0;
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                int colon = line.indexOf(':');
                if (colon > 0 && !line.startsWith("#")) {
                    words.add(group++, line.substring(colon + 1));
                }
            }
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every word with its language, for telling languages apart. */
    List<Example> byLanguage() {
        return byLanguage;
    }

    private void add(int group, String line) {
        String[] columns = line.split("\\|", -1);
        for (int c = 0; c < columns.length; c++) {
            byLanguage.add(new Example(columns[c].replace('-', ' '), "", COLUMNS.get(c)));
            add(group, columns[c].trim().split("\\s+"));
        }
    }

    private void add(int group, String[] items) {
        for (String item : items) {
            // A hyphen marks a phrase that is listed for the reader; its parts alone would mean something else.
            if (!item.contains("-")) {
                for (String word : Fold.words(item)) {
                    String sound = Sound.of(word);
                    bySound.merge(sound, new int[] {group}, EverydayWords::union);
                    byStem.merge(Stem.of(sound), new int[] {group}, EverydayWords::union);
                }
            }
        }
    }

    private static int[] union(int[] groups, int[] one) {
        for (int group : groups) {
            if (group == one[0]) {
                return groups;
            }
        }
        int[] longer = Arrays.copyOf(groups, groups.length + 1);
        longer[groups.length] = one[0];
        return longer;
    }
}
