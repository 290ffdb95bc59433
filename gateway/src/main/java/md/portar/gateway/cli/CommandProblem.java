package md.portar.gateway.cli;

import java.util.List;

/** Something the person at the command line can mend; each line says what, and the way out. Holds no secrets. */
public final class CommandProblem extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient List<String> lines;

    public CommandProblem(String line) {
        this(List.of(line));
    }

    public CommandProblem(List<String> lines) {
        super(String.join("; ", lines));
        this.lines = List.copyOf(lines);
    }

    public List<String> lines() {
        return lines;
    }
}
