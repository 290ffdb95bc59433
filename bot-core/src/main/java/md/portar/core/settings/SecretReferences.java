package md.portar.core.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Resolves {@code ${env:NAME}} and {@code ${file:PATH}}. A literal is never taken as a secret. */
final class SecretReferences {
    private final Map<String, String> environment;

    SecretReferences(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    static boolean isReference(String text) {
        return text.startsWith("${") && text.endsWith("}");
    }

    /** The value, or empty after the problem has been told. */
    Optional<String> resolve(String text, Consumer<String> problem) {
        if (!isReference(text)) {
            problem.accept(
                    "a secret must be a reference such as ${env:NAME} or ${file:/run/secrets/name}, not a literal");
            return Optional.empty();
        }
        String inner = text.substring(2, text.length() - 1);
        if (inner.startsWith("env:")) {
            return fromEnvironment(inner.substring(4), problem);
        }
        if (inner.startsWith("file:")) {
            return fromFile(inner.substring(5), problem);
        }
        problem.accept("unknown kind of reference; use ${env:NAME} or ${file:PATH}");
        return Optional.empty();
    }

    private Optional<String> fromEnvironment(String name, Consumer<String> problem) {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            problem.accept("the environment variable " + name + " is " + (value == null ? "not set" : "empty"));
            return Optional.empty();
        }
        return Optional.of(value.strip());
    }

    private static Optional<String> fromFile(String path, Consumer<String> problem) {
        try {
            String value = Files.readString(Path.of(path)).strip();
            if (value.isEmpty()) {
                problem.accept("the file " + path + " is empty");
                return Optional.empty();
            }
            return Optional.of(value);
        } catch (IOException | InvalidPathException e) {
            problem.accept("the file " + path + " cannot be read");
            return Optional.empty();
        }
    }
}
