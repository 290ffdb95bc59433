package md.portar.core.guard;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a language's two files, {@code <language>.lex} (role: words) and {@code <language>.num} (number words). A star ends
 * a word's beginning, an underscore joins the words of a phrase, a tilde before a word makes it tolerate slips.
 */
final class LexiconReader {
    static final String FOLDER = "/md/portar/guard/";

    private static final Map<String, Role> ROLES = new HashMap<>();

    static {
        for (Role role : Role.values()) {
            ROLES.put(role.key(), role);
        }
    }

    private final Map<String, Long> exact = new HashMap<>();
    private final Map<String, Long> beginnings = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Long> tolerant = new HashMap<>();

    /** A keyword that is recognised with slips. */
    record Tolerant(String word, long roles) {}

    static Lexicon read(List<String> languages) {
        LexiconReader reader = new LexiconReader();
        for (String language : languages) {
            lines(FOLDER + language + ".lex").forEach(reader::lexiconLine);
            lines(FOLDER + language + ".num").forEach(reader::numberLine);
        }
        return reader.build();
    }

    static List<String> lines(String resource) {
        try (InputStream in = LexiconReader.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no such guard file: " + resource);
            }
            List<String> lines = new ArrayList<>();
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String content = line.strip();
                if (!content.isEmpty() && !content.startsWith("#")) {
                    lines.add(content);
                }
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void lexiconLine(String line) {
        int colon = line.indexOf(':');
        Role role = colon < 0 ? null : ROLES.get(line.substring(0, colon));
        if (role == null) {
            throw new IllegalStateException("no role in guard lexicon line: " + line);
        }
        for (String entry : line.substring(colon + 1).strip().split("\\s+")) {
            boolean slips = entry.startsWith("~");
            String word = entry.substring(slips ? 1 : 0).replace('_', ' ');
            boolean prefix = word.endsWith("*");
            word = prefix ? word.substring(0, word.length() - 1) : word;
            (prefix ? beginnings : exact).merge(word, role.bit, (a, b) -> a | b);
            if (slips) {
                tolerant.merge(word, role.bit, (a, b) -> a | b);
            }
        }
    }

    private void numberLine(String line) {
        String[] parts = line.split("\\s+");
        int value = NumberWords.parseEntry(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            numbers.put(parts[i].replace('_', ' '), value);
        }
    }

    private Lexicon build() {
        Trie trie = new Trie();
        exact.forEach((word, roles) -> trie.add(word, false, roles));
        beginnings.forEach((word, roles) -> trie.add(word, true, roles));
        numbers.forEach((word, value) -> trie.addNumber(word, value));
        exact.forEach((word, roles) -> transliterated(word, 1).forEach(latin -> trie.add(latin, false, roles)));
        beginnings.forEach((word, roles) -> transliterated(word, 4).forEach(latin -> trie.add(latin, true, roles)));
        numbers.forEach((word, value) -> transliterated(word, 3).forEach(latin -> trie.addNumber(latin, value)));
        List<Tolerant> slips = new ArrayList<>();
        tolerant.forEach((word, roles) -> slips.add(new Tolerant(word, roles)));
        return new Lexicon(trie, slips);
    }

    /** Latin spellings of a Cyrillic word, without those that are words of another language already. */
    private List<String> transliterated(String word, int shortest) {
        List<String> spellings = new ArrayList<>();
        if (word.length() >= shortest && word.chars().anyMatch(c -> NormText.isCyrillic((char) c))) {
            for (String latin : Transliteration.of(word)) {
                if (!latin.isEmpty() && !exact.containsKey(latin) && !numbers.containsKey(latin)) {
                    spellings.add(latin);
                }
            }
        }
        return spellings;
    }
}
