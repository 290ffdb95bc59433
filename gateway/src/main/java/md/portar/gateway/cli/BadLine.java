package md.portar.gateway.cli;

/** A line of a file that is not what is needed. The message completes "line 7 …" and never quotes the line. */
final class BadLine extends Exception {
    private static final long serialVersionUID = 1L;
    private final String what;

    BadLine(String what) {
        super(what, null, false, false);
        this.what = what;
    }

    String what() {
        return what;
    }
}
