package md.portar.gateway.cli;

import java.io.PrintWriter;

/** Tells which lines of a file are bad: the first ones each, the others by their number. */
final class Complaints {
    private static final int MOST = 20;

    private final String file;
    private final PrintWriter err;
    private long count;

    Complaints(String file, PrintWriter err) {
        this.file = file;
        this.err = err;
    }

    void add(long line, BadLine problem) {
        count++;
        if (count <= MOST) {
            err.println("portar: " + file + ": line " + line + " " + problem.what());
        }
    }

    void summarise() {
        if (count > MOST) {
            err.println("portar: " + file + ": " + (count - MOST) + " more bad lines");
        }
    }

    long count() {
        return count;
    }
}
