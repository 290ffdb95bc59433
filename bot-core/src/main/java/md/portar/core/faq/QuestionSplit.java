package md.portar.core.faq;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds the place where a message may turn to a second question: after a question mark, or at "and" in three languages. */
final class QuestionSplit {
    private static final Pattern MARK = Pattern.compile("\\?+|(?iu)(?<=\\s)(?:și|si|şi|и|i|and)(?=\\s)|\\n+|;");
    private static final int FEWEST_WORDS = 2;
    private static final int MOST_PARTS = 4;

    private QuestionSplit() {}

    /** The parts of a message that could be questions of their own; empty when there are fewer than two. */
    static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        for (String part : MARK.split(text)) {
            if (Fold.words(part).size() >= FEWEST_WORDS) {
                parts.add(part.strip());
            }
        }
        return parts.size() < 2 || parts.size() > MOST_PARTS ? List.of() : parts;
    }
}
