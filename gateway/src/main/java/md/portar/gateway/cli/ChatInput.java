package md.portar.gateway.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.Optional;

/** The lines that are typed or come from a pipe. */
final class ChatInput {
    private static final String AGENT = "agent>";

    private final LineReader reader;
    private final boolean terminal;
    private final PrintWriter out;
    private final PrintWriter err;

    ChatInput(InputStream in, boolean terminal, PrintWriter out, PrintWriter err) {
        this.reader = new LineReader(in);
        this.terminal = terminal;
        this.out = out;
        this.err = err;
    }

    /** The next line that says something; empty at the end or when the person quits. */
    Optional<String> next() throws CommandProblem {
        try {
            while (true) {
                if (terminal) {
                    out.print("you> ");
                    out.flush();
                }
                if (!reader.next()) {
                    return Optional.empty();
                }
                Optional<String> line = line();
                if (line.isPresent() && isEnd(line.get())) {
                    return Optional.empty();
                }
                if (line.isPresent() && !line.get().isEmpty()) {
                    return line;
                }
            }
        } catch (IOException e) {
            throw new CommandProblem("standard input cannot be read to its end");
        }
    }

    private Optional<String> line() {
        try {
            return Optional.of(reader.text().strip());
        } catch (BadLine e) {
            err.println("portar: standard input: line " + reader.number() + " " + e.what());
            return Optional.empty();
        }
    }

    private static boolean isEnd(String line) {
        return line.equals("/quit") || line.equals("/exit");
    }

    /** What the agent says with a line, if it is his. */
    static Optional<String> agentWords(String line) {
        return line.startsWith(AGENT)
                ? Optional.of(line.substring(AGENT.length()).strip())
                : Optional.empty();
    }
}
