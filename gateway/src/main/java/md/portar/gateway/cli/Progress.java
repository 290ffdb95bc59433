package md.portar.gateway.cli;

import java.io.PrintWriter;

/** How far long work is, on one line of a terminal that is written over; nothing at all in a pipe or a file. */
final class Progress implements AutoCloseable {
    private static final long EVERY_NANOS = 200_000_000;

    private final PrintWriter err;
    private final String unit;
    private final boolean shown;
    private long nextAt;
    private boolean written;

    private Progress(PrintWriter err, String unit, boolean shown) {
        this.err = err;
        this.unit = unit;
        this.shown = shown;
        this.nextAt = shown ? System.nanoTime() + EVERY_NANOS : 0;
    }

    static Progress of(PrintWriter err, String unit) {
        return new Progress(err, unit, isTerminal());
    }

    /** Whether a person sits in front of it. */
    @SuppressWarnings("SystemConsoleNull")
    static boolean isTerminal() {
        // Java 22 to 24 would otherwise report a console in a pipe too.
        System.setProperty("jdk.console", "java.base");
        return System.console() != null;
    }

    void reached(long count) {
        if (shown && System.nanoTime() >= nextAt) {
            nextAt = System.nanoTime() + EVERY_NANOS;
            written = true;
            err.print("\r" + count + " " + unit);
            err.flush();
        }
    }

    /** Clears the line. */
    @Override
    public void close() {
        if (written) {
            err.print("\r\u001B[K");
            err.flush();
        }
    }
}
