package md.portar.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import md.portar.core.conversation.Effect;
import md.portar.core.guard.SecretGuard;
import md.portar.core.guard.UntrustedText;
import md.portar.core.handoff.Unanswered;
import md.portar.core.handoff.Unanswered.Order;
import md.portar.core.message.Language;
import md.portar.core.store.Store;
import md.portar.core.store.StoreSettings;
import md.portar.core.store.jdbc.JdbcStore;
import md.portar.core.testkit.FixedClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredUnansweredTest {
    private static final SecretGuard GUARD = SecretGuard.standard();

    @TempDir
    Path folder;

    private final FixedClock clock = FixedClock.onMonday();

    @SuppressWarnings("NullAway.Init") // set before each test
    private Store store;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Unanswered unanswered;

    @BeforeEach
    void open() {
        store = JdbcStore.open(StoreSettings.sqlite(folder.resolve("portar.db")), GUARD);
        unanswered = new StoredUnanswered(store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void missed(String text, Language language, int secondsAgo) {
        Effect.CountMiss miss =
                new Effect.CountMiss(GUARD.screen(UntrustedText.of(text)).text(), language);
        store.unitOfWork().run(tx -> {
            store.counters().miss(tx, miss, clock.instant().minusSeconds(secondsAgo));
            return 0;
        });
    }

    @Test
    void spellingsAreOneQuestionAndTheOrderIsObeyed() {
        missed("Где мой выигрыш по лотерее?", Language.RU, 60);
        missed("Где мой выигрыш по лотерее?", Language.RU, 50);
        missed("gde moy vyigrysh po loteree", Language.EN, 30);
        missed("do you sell pizza", Language.EN, 10);
        var often = unanswered.list(Optional.empty(), Order.OFTEN, 10);
        assertThat(often).extracting(Unanswered.Question::times).containsExactly(3L, 1L);
        assertThat(often.get(0).text().value()).isEqualTo("Где мой выигрыш по лотерее?");
        assertThat(often.get(0).languages()).isEqualTo(Set.of(Language.RU, Language.EN));
        assertThat(often.get(0).lastAsked()).isEqualTo(clock.instant().minusSeconds(30));
        assertThat(unanswered.list(Optional.empty(), Order.NEWEST, 1))
                .extracting(question -> question.text().value())
                .containsExactly("do you sell pizza");
    }

    @Test
    void oneLanguageCountsItsOwnSpellingsOnly() {
        missed("Где мой выигрыш по лотерее?", Language.RU, 60);
        missed("gde moy vyigrysh po loteree", Language.EN, 30);
        var russian = unanswered.list(Optional.of(Language.RU), Order.OFTEN, 10);
        assertThat(russian).extracting(Unanswered.Question::times).containsExactly(1L);
        assertThat(russian.get(0).languages()).containsExactly(Language.RU);
        assertThat(unanswered.list(Optional.of(Language.RO), Order.OFTEN, 10)).isEmpty();
    }

    @Test
    void secretsWereScreenedBeforeTheyCameHere() {
        missed("is my card 4111 1111 1111 1111 blocked", Language.EN, 5);
        assertThat(unanswered.list(Optional.empty(), Order.OFTEN, 10))
                .hasSize(1)
                .allSatisfy(question ->
                        assertThat(question.text().value()).contains("card").doesNotContain("4111"));
    }
}
