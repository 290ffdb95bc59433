package md.portar.core.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;

/** Short ways to ask the guard, for tests. */
final class Guards {
    static final SecretGuard GUARD = SecretGuard.standard();

    private Guards() {}

    static Screening screen(String text) {
        return GUARD.screen(UntrustedText.of(text));
    }

    static void assertKept(String text, String kept) {
        assertThat(screen(text).text().value()).isEqualTo(kept);
    }

    static void assertPasses(String... texts) {
        Arrays.stream(texts)
                .forEach(text -> assertThat(screen(text).findings()).as(text).isEmpty());
    }

    static void assertFinds(SecretKind kind, String... texts) {
        Arrays.stream(texts)
                .forEach(text -> assertThat(screen(text).kinds()).as(text).containsExactly(kind));
    }

    static Screening hear(ConversationContext before, String text) {
        return GUARD.screen(UntrustedText.of(text), before, new TurnId("turn"), Instant.EPOCH);
    }

    static ConversationContext afterBot(String text) {
        return ConversationContext.empty().afterOutgoing(CatalogueText.of(text), Expectation.NONE, Instant.EPOCH);
    }
}
