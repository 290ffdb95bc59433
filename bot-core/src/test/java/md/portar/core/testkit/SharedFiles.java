package md.portar.core.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * Files that lie beside the project, in a folder {@code shared} next to its root, and are not part of it. Tests that look at
 * them are skipped where they are absent.
 */
public final class SharedFiles {
    private SharedFiles() {}

    /** The file or folder; skips the running test, with a message, when there is none. */
    public static Path orSkip(String name) {
        Optional<Path> file = find(name);
        Assumptions.assumeTrue(file.isPresent(), () -> "skipped: no shared/" + name + " beside the project");
        return file.orElseThrow();
    }

    /** The file or folder; empty when there is none. */
    public static Optional<Path> find(String name) {
        Path root = Path.of("").toAbsolutePath();
        while (root.getParent() != null && !Files.isDirectory(root.resolve(".mvn"))) {
            root = root.getParent();
        }
        Path file = root.resolveSibling("shared").resolve(name);
        return Optional.of(file).filter(Files::exists);
    }
}
