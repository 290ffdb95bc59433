package md.portar.core.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * Files that lie beside the project, in a folder {@code shared} next to its root, and are not part of it. Tests that look at
 * them are skipped where they are absent.
 */
public final class SharedFiles {
    private SharedFiles() {}

    /** The file or folder; skips the running test, with a message, when there is none. */
    public static Path orSkip(String name) {
        Path root = Path.of("").toAbsolutePath();
        while (root.getParent() != null && !Files.isDirectory(root.resolve(".mvn"))) {
            root = root.getParent();
        }
        Path file = root.resolveSibling("shared").resolve(name);
        Assumptions.assumeTrue(Files.exists(file), () -> "skipped: no shared/" + name + " beside the project");
        return file;
    }
}
