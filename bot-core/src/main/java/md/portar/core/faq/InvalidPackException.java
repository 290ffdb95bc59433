package md.portar.core.faq;

/** A pack that cannot be used; carries every mistake found. */
public final class InvalidPackException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient PackProblems problems;

    InvalidPackException(PackProblems problems) {
        super("FAQ pack has " + problems.all().size() + " problem(s):\n" + problems);
        this.problems = problems;
    }

    public PackProblems problems() {
        return problems;
    }
}
