package md.portar.core.settings;

import java.util.ArrayList;
import java.util.List;

/** Collects everything that is wrong with the settings, so that it is reported in one go. Not thread-safe. */
public final class SettingsProblems {
    private final List<String> problems = new ArrayList<>();

    /** Adds a problem; {@code message} never holds a secret's value. */
    public void add(String key, String message) {
        problems.add(key + ": " + message);
    }

    public boolean isEmpty() {
        return problems.isEmpty();
    }

    /** All problems in the order found, each starting with its key. */
    public List<String> all() {
        return List.copyOf(problems);
    }
}
