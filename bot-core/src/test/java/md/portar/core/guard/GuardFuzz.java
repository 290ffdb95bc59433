package md.portar.core.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A million generated texts, from the profile {@code fuzz} only: labelled messages cut, joined, doubled and disturbed, and arbitrary
 * characters. Seeded: {@code -Dguard.fuzz.seed=…} repeats a run, {@code -Dguard.fuzz.texts=…} makes it shorter or longer.
 */
class GuardFuzz {
    private static final SecretGuard GUARD = SecretGuard.standard();
    private static final long SEED = Long.getLong("guard.fuzz.seed", 20_261_128L);
    private static final long TEXTS = Long.getLong("guard.fuzz.texts", 1_000_000L);
    /** Far above what any text needs, so that only a loop without an end or a square can reach it on a busy machine. */
    private static final long MOST_NANOS = 5_000_000_000L;

    private static final int LONGEST = 5000;
    private static final String DISTURBING = "\u200b\u0301\u20e3⟦⟧\"'/:=.,-_|#@*\n\t()0123456789oOlIзsb";

    private final List<String> messages = messages();

    @Test
    void holdsOnGeneratedTexts() {
        SplittableRandom random = new SplittableRandom(SEED);
        long blocked = 0;
        long longest = 0;
        for (long n = 0; n < TEXTS; n++) {
            String text = text(random);
            long start = System.nanoTime();
            Screening once = GUARD.screen(UntrustedText.of(text));
            longest = Math.max(longest, System.nanoTime() - start);
            check(text, once, n);
            blocked += once.blocked() ? 1 : 0;
        }
        System.out.printf(
                "guard fuzz: seed %d, %d texts, %d blocked, longest %d ms%n",
                SEED, TEXTS, blocked, longest / 1_000_000);
        assertThat(blocked).isPositive().isLessThan(TEXTS);
        assertThat(longest).isLessThan(MOST_NANOS);
    }

    private static void check(String text, Screening once, long number) {
        for (Finding finding : once.findings()) {
            assertThat(finding.rule()).as("text %d", number).isNotEqualTo(SecretGuard.FAILURE);
            assertThat(finding.position()).as("text %d", number).isBetween(0, text.length());
            assertThat(finding.position() + finding.length())
                    .as("text %d", number)
                    .isBetween(0, text.length());
        }
        Screening twice = GUARD.screen(UntrustedText.of(once.text().value()));
        assertThat(twice.text()).as("text %d", number).isEqualTo(once.text());
        assertThat(twice.blocked()).as("text %d", number).isFalse();
    }

    private String text(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        int parts = 1 + random.nextInt(3);
        for (int i = 0; i < parts; i++) {
            text.append(part(random));
            text.append(random.nextInt(4) == 0 ? "\n" : " ");
        }
        int disturbances = random.nextInt(5);
        for (int i = 0; i < disturbances && !text.isEmpty(); i++) {
            disturb(text, random);
        }
        if (random.nextInt(500) == 0) {
            text = new StringBuilder(text.toString().repeat(1 + LONGEST / (text.length() + 1)));
        }
        return text.toString();
    }

    private String part(SplittableRandom random) {
        if (random.nextInt(8) == 0) {
            return random.ints(random.nextInt(12), 1, 0x20000)
                    .filter(c -> Character.isDefined(c) && (c < 0xD800 || c > 0xDFFF))
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
        }
        String message = messages.get(random.nextInt(messages.size()));
        int from = random.nextInt(message.length());
        int to = from + random.nextInt(message.length() - from) + 1;
        return random.nextInt(3) == 0 ? message : message.substring(from, to);
    }

    private static void disturb(StringBuilder text, SplittableRandom random) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(4)) {
            case 0 -> text.deleteCharAt(at);
            case 1 -> text.insert(at, DISTURBING.charAt(random.nextInt(DISTURBING.length())));
            case 2 -> text.setCharAt(at, DISTURBING.charAt(random.nextInt(DISTURBING.length())));
            default -> text.insert(at, text.charAt(random.nextInt(text.length())));
        }
    }

    private static List<String> messages() {
        List<String> texts = new ArrayList<>();
        Stream.of("dev/ro.jsonl", "dev/ru.jsonl", "dev/en.jsonl")
                .flatMap(resource -> LabelledMessages.lines(resource).stream())
                .map(line -> line.get("text").asText())
                .filter(text -> !text.isEmpty())
                .forEach(texts::add);
        return texts;
    }
}
