package md.portar.gateway.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;

/** Writes one JSON object a line, and stops the work when nobody reads any more. */
final class AnswerLines implements JsonLines.Sink<String> {
    private static final int LOOK_EVERY = 1_024;

    private final PrintWriter out;
    private long written;

    AnswerLines(PrintWriter out) {
        this.out = out;
    }

    /** An answer as one line, made where the work is done. */
    static String line(ObjectNode answer) {
        return answer.toString();
    }

    /**
     * Writes an answer; it need not arrive before the next pause.
     *
     * @throws CommandProblem without words when the output is closed, as by {@code | head}
     */
    @Override
    public void accept(String answer) throws CommandProblem {
        // Not println, which would flush every line of a large file.
        out.write(answer);
        out.write('\n');
        written++;
        if (written % LOOK_EVERY == 0 && out.checkError()) {
            throw new CommandProblem(List.of());
        }
    }

    @Override
    public void pause() {
        out.flush();
    }
}
