package md.portar.core.faq;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** All mistakes found in a pack, so that an editor can mend them in one go. Collects while a pack is read and checked. */
public final class PackProblems {
    private final List<PackProblem> problems = new ArrayList<>();

    void add(String file, String key, String message) {
        problems.add(new PackProblem(file, key, message));
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
