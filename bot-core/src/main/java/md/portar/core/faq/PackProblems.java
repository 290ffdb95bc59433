package md.portar.core.faq;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** All mistakes found in a pack, so that an editor can mend them in one go. Collects while a pack is read and checked. */
public final class PackProblems {
    private final List<PackProblem> problems = new ArrayList<>();

    void add(String file, String key, String message) {
        add(file, YamlLines.UNKNOWN, key, message);
    }

    void add(String file, int line, String key, String message) {
        problems.add(new PackProblem(file, line, key, message));
    }

    /** Looks up the lines of all mistakes found so far. */
    void locate(PackFiles files) {
        Map<String, YamlLines> lines = new HashMap<>();
        problems.replaceAll(problem -> {
            if (problem.line() != YamlLines.UNKNOWN || problem.key().isEmpty()) {
                return problem;
            }
            int line = lines.computeIfAbsent(problem.file(), file -> lines(files, file))
                    .of(problem.key());
            return new PackProblem(problem.file(), line, problem.key(), problem.message());
        });
    }

    private static YamlLines lines(PackFiles files, String file) {
        try {
            return new YamlLines(files.read(file).orElse(""));
        } catch (IOException e) {
            return new YamlLines(""); // already reported by whoever read it first
        }
    }

    public boolean isEmpty() {
        return problems.isEmpty();
    }

    /** In the order found. */
    public List<PackProblem> all() {
        return Collections.unmodifiableList(problems);
    }

    /** One problem a line. */
    @Override
    public String toString() {
        return problems.stream().map(PackProblem::toString).collect(Collectors.joining("\n"));
    }
}
