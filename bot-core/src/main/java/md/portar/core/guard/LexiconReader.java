package md.portar.core.guard;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a language's two files, {@code <language>.lex} and {@code <language>.num}. A lexicon line is a role, a colon and
 * words: a star ends a word's beginning, an underscore joins the words of a phrase, a tilde before a word makes it tolerate
 * slips, a slash names a class of endings to put after a stem. {@code /class: ending …} defines such a class (a dot is no
 * ending), {@code tails: …} lists how words end that describe or act,
 * {@code agreeing: …} how words end that may go with a keyword,
 * {@code genitives: …} how nouns end that say whose a code is.
 */
final class LexiconReader {
    static final String FOLDER = "/md/portar/guard/";

    private static final String TAILS = "tails:";
    private static final String AGREEING = "agreeing:";
    private static final String GENITIVES = "genitives:";
    private static final String SPACES = "\\s+";
    private static final int SHORTEST_MISTYPED = 3;
    private static final int SPELLINGS = 32;
    private static final int FEW_SPELLINGS = 6;
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
    private final Map<String, List<String>> endings = new HashMap<>();
    private final Set<String> tails = new HashSet<>();
    private final Set<String> agreeing = new HashSet<>();
    private final Set<String> genitives = new HashSet<>();

    /** A keyword that is recognised with slips. */
    record Tolerant(String word, long roles) {}

    /** How words end that act or describe, that may go with a keyword, that say whose something is. */
    record Endings(List<String> tails, List<String> agreeing, List<String> genitives) {}

    static Lexicon read(List<String> languages) {
        LexiconReader reader = new LexiconReader();
        for (String language : languages) {
            List<String> lexicon = lines(FOLDER + language + ".lex");
            reader.endings.clear();
            lexicon.forEach(reader::endingsLine);
            lexicon.forEach(reader::lexiconLine);
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

    private void endingsLine(String line) {
        int colon = line.indexOf(':');
        if (line.startsWith("/") && colon > 0) {
            endings.put(line.substring(1, colon), words(line, colon + 1));
        }
    }

    private static List<String> words(String line, int from) {
        return List.of(line.substring(from).strip().split(SPACES));
    }

    private void lexiconLine(String line) {
        if (line.startsWith("/")) {
            return;
        }
        if (line.startsWith(TAILS)) {
            tails.addAll(words(line, TAILS.length()));
            return;
        }
        if (line.startsWith(GENITIVES)) {
            genitives.addAll(words(line, GENITIVES.length()));
            return;
        }
        if (line.startsWith(AGREEING)) {
            agreeing.addAll(words(line, AGREEING.length()));
            return;
        }
        int colon = line.indexOf(':');
        Role role = colon < 0 ? null : ROLES.get(line.substring(0, colon));
        if (role == null) {
            throw new IllegalStateException("no role in guard lexicon line: " + line);
        }
        words(line, colon + 1).forEach(entry -> entry(entry, role.bit));
    }

    private void entry(String entry, long role) {
        int slash = entry.indexOf('/');
        if (slash > 0) {
            String stem = entry.substring(0, slash);
            List<String> forms = endings.get(entry.substring(slash + 1));
            if (forms == null) {
                throw new IllegalStateException("no such class of endings: " + entry);
            }
            forms.forEach(ending -> put(exact, ending.equals(".") ? stem : stem + ending, role));
            return;
        }
        boolean slips = entry.startsWith("~");
        String word = entry.substring(slips ? 1 : 0).replace('_', ' ');
        boolean prefix = word.endsWith("*");
        word = prefix ? word.substring(0, word.length() - 1) : word;
        put(prefix ? beginnings : exact, word, role);
        if (slips) {
            put(tolerant, word, role);
        }
    }

    private static void put(Map<String, Long> map, String word, long role) {
        map.merge(word, role, (a, b) -> a | b);
    }

    private void numberLine(String line) {
        String[] parts = line.split(SPACES);
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
        exact.forEach((word, roles) -> transliterated(
                        exact,
                        word,
                        (roles & (Role.MONEY.bit | Role.UNIT.bit)) == 0 ? 1 : 2,
                        roles == Role.STOP.bit ? FEW_SPELLINGS : SPELLINGS)
                .forEach(latin -> trie.add(latin, false, roles)));
        beginnings.forEach((word, roles) ->
                transliterated(beginnings, word, 4, SPELLINGS).forEach(latin -> trie.add(latin, true, roles)));
        numbers.forEach((word, value) ->
                transliterated(exact, word, 3, SPELLINGS).forEach(latin -> trie.addNumber(latin, value)));
        Trie mistyped = new Trie();
        exact.forEach(
                (word, roles) -> mistyped(trie, word, roles).ifPresent(typed -> mistyped.add(typed, false, roles)));
        List<Tolerant> slips = new ArrayList<>();
        tolerant.forEach((word, roles) -> slips.add(new Tolerant(word, roles)));
        return new Lexicon(
                trie, mistyped, slips, new Endings(List.copyOf(tails), List.copyOf(agreeing), List.copyOf(genitives)));
    }

    private static Optional<String> mistyped(Trie trie, String word, long roles) {
        boolean keyword = (roles & Tokeniser.SECRETS) != 0 && word.length() >= SHORTEST_MISTYPED;
        String typed = keyword ? Layout.mistyped(word) : "";
        return typed.isEmpty() || trie.contains(typed) ? Optional.empty() : Optional.of(typed);
    }

    /** Latin spellings of a Cyrillic word, without those that are words of another language already. */
    private List<String> transliterated(Map<String, Long> taken, String word, int shortest, int most) {
        List<String> spellings = new ArrayList<>();
        if (word.length() >= shortest && word.chars().anyMatch(c -> NormText.isCyrillic((char) c))) {
            for (String latin : Transliteration.of(word, most)) {
                if (!latin.isEmpty() && !taken.containsKey(latin) && !numbers.containsKey(latin)) {
                    spellings.add(latin);
                }
            }
        }
        return spellings;
    }
}
