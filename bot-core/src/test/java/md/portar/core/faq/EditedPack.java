package md.portar.core.faq;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The shipped pack with some of its files replaced, as after an edit. */
final class EditedPack implements PackFiles {
    private final PackFiles original = PackFiles.builtIn();
    private final Map<String, String> edited = new HashMap<>();

    /** Replaces words in one file; the words must be there, or the test would test nothing. */
    EditedPack replace(String file, String words, String by) {
        String before = text(file);
        if (!before.contains(words)) {
            throw new IllegalArgumentException(file + " has no such words");
        }
        edited.put(file, before.replace(words, by));
        return this;
    }

    /** Replaces everything from a line that begins with a key up to the end of the file. */
    EditedPack cutFrom(String file, String key) {
        String before = text(file);
        edited.put(file, before.substring(0, before.indexOf("\n" + key) + 1));
        return this;
    }

    EditedPack write(String file, String text) {
        edited.put(file, text);
        return this;
    }

    String text(String file) {
        try {
            return read(file).orElseThrow();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Optional<String> read(String name) throws IOException {
        return edited.containsKey(name) ? Optional.of(edited.get(name)) : original.read(name);
    }

    @Override
    public List<String> topicFiles() {
        return edited.keySet().stream()
                .filter(name -> name.startsWith("topics/"))
                .sorted()
                .toList();
    }
}
