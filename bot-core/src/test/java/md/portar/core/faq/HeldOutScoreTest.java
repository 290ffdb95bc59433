package md.portar.core.faq;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The score on messages that the model has never met; the floors lie a little under the first run. */
class HeldOutScoreTest {
    private static final double FIRST_RIGHT = 0.96;
    private static final double AMONG_THREE = 0.98;
    private static final double WRONG_SENT = 0.02;
    private static final double LANGUAGE_RIGHT = 0.99;

    private final Map<String, int[]> figures = new TreeMap<>();

    @Test
    void messagesWrittenAfterwardsAreUnderstood() throws IOException {
        int languageRight = 0;
        int all = 0;
        for (HeldOutMessages message : HeldOutMessages.all()) {
            LabelMatch match = BuiltInPack.match(message.text());
            all++;
            languageRight += match.answerIn() == message.language() ? 1 : 0;
            boolean right = message.topics().contains(match.best().label());
            boolean amongThree = match.ranking().stream()
                    .limit(3)
                    .anyMatch(one -> message.topics().contains(one.label()));
            if (message.isNone()) {
                count("none " + message.tags().get(0), match.band() == Band.NONE, match.band() != Band.ANSWER);
            } else {
                count("all", right, amongThree);
                count(message.language().code(), right, amongThree);
                message.tags().forEach(tag -> count("tag " + tag, right, amongThree));
                count("not refused", match.band() != Band.NONE, match.band() == Band.ANSWER);
            }
            boolean wrongSent = match.band() == Band.ANSWER && !right;
            count("wrong answer sent", wrongSent, wrongSent);
            if (!right && !message.isNone() || match.band() == Band.ANSWER && message.isNone()) {
                System.out.println("held out: " + message.text() + " → " + match.band() + " " + match.best());
            }
        }
        figures.forEach((name, n) -> System.out.printf(
                "held out %-18s n=%3d first %.3f second %.3f%n",
                name, n[0], (double) n[1] / n[0], (double) n[2] / n[0]));
        System.out.printf("held out language %.3f of %d%n", (double) languageRight / all, all);
        assertThat(share("all", 1)).isGreaterThan(FIRST_RIGHT);
        assertThat(share("all", 2)).isGreaterThan(AMONG_THREE);
        assertThat(share("wrong answer sent", 1)).isLessThan(WRONG_SENT);
        assertThat((double) languageRight / all).isGreaterThan(LANGUAGE_RIGHT);
    }

    private void count(String name, boolean first, boolean second) {
        int[] n = figures.computeIfAbsent(name, key -> new int[3]);
        n[0]++;
        n[1] += first ? 1 : 0;
        n[2] += second ? 1 : 0;
    }

    private double share(String name, int column) {
        int[] n = Objects.requireNonNull(figures.get(name));
        return (double) n[column] / n[0];
    }
}
