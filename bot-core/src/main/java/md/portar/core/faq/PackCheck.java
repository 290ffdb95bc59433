package md.portar.core.faq;

/** Everything that must hold in a pack before a player reads it: {@code faq check}. */
public final class PackCheck {
    private PackCheck() {}

    /** Reads and checks a pack; empty problems mean that it can be used. */
    public static PackProblems check(PackFiles files) {
        PackProblems problems = new PackProblems();
        check(new PackReader(files, problems).read(), problems);
        return problems;
    }

    static void check(PackSource pack, PackProblems problems) {
        if (pack.topics().isEmpty()) {
            problems.add("pack.yaml", "topics", "no topic could be read");
        }
    }
}
