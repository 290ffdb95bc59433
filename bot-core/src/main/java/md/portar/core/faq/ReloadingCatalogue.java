package md.portar.core.faq;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A catalogue in a folder that may be edited while the gateway runs. Whoever owns a timer calls {@link #poll}; a changed pack
 * takes over only when it has no mistake, otherwise the old one stays and the reason can be read. Thread-safe.
 */
public final class ReloadingCatalogue {
    private final Path folder;
    private final OperatorTexts operator;
    private volatile FaqCatalogue current;
    private volatile @Nullable PackProblems rejected;
    private Map<String, String> seen;

    /**
     * Loads the pack for the first time.
     *
     * @throws InvalidPackException when it has a mistake; there is no old one to fall back on
     */
    public ReloadingCatalogue(Path folder, OperatorTexts operator) {
        this.folder = folder;
        this.operator = operator;
        this.seen = marks();
        this.current = FaqCatalogue.fromFolder(folder, operator);
    }

    /** The catalogue to answer from. */
    public FaqCatalogue current() {
        return current;
    }

    /** Why the latest edit is not in use; empty when it is. */
    public Optional<PackProblems> rejected() {
        return Optional.ofNullable(rejected);
    }

    /** Looks at the files; loads them if one changed, appeared or went. */
    public synchronized Outcome poll() {
        Map<String, String> now;
        try {
            now = marks();
        } catch (UncheckedIOException e) {
            return refuse("cannot be listed; the pack read before stays in use");
        }
        if (now.equals(seen)) {
            return Outcome.UNCHANGED;
        }
        seen = now;
        try {
            current = FaqCatalogue.fromFolder(folder, operator);
            rejected = null;
            return Outcome.RELOADED;
        } catch (InvalidPackException e) {
            rejected = e.problems();
            return Outcome.REJECTED;
        } catch (UncheckedIOException e) {
            return refuse("cannot be read; the pack read before stays in use");
        }
    }

    private Outcome refuse(String message) {
        PackProblems problems = new PackProblems();
        problems.add(folder.toString(), "", message);
        rejected = problems;
        return Outcome.REJECTED;
    }

    /** Time and size of every file; two edits within one tick of the clock usually differ in size. */
    private Map<String, String> marks() {
        Map<String, String> marks = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder, 2)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                marks.put(folder.relativize(file).toString(), Files.getLastModifiedTime(file) + "/" + Files.size(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the pack", e);
        }
        return marks;
    }

    /** What a poll did. */
    public enum Outcome {
        UNCHANGED,
        RELOADED,
        /** The edit has mistakes; the old pack answers. */
        REJECTED
    }
}
