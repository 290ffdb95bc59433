package md.portar.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import md.portar.core.conversation.Effect;
import md.portar.core.conversation.Effect.CountAnswer.Signal;
import md.portar.core.conversation.TopicId;
import md.portar.core.guard.SecretGuard;
import md.portar.core.guard.UntrustedText;
import md.portar.core.message.Language;
import md.portar.core.store.Store;
import md.portar.core.store.StoreSettings;
import md.portar.core.store.jdbc.JdbcStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaqMissesCommandTest {
    private static final SecretGuard GUARD = SecretGuard.standard();
    private final Instant now = Instant.now();

    @TempDir
    private Path folder;

    private String store = "";

    @BeforeEach
    void nameAStore() {
        store = "jdbc:sqlite:" + folder.resolve("portar.db");
    }

    @Test
    void aStoreWithoutQuestionsSaysSo() {
        Run run = Run.of("faq", "misses", "--store", store);
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(run.lines())
                .containsExactly("Every question since then found an answer.", "", "No topic was answered since then.");
    }

    @Test
    void oneQuestionTypedDifferentlyIsOneGroup() {
        missed("Где мой выигрыш по лотерее?", Language.RU, now.minusSeconds(60));
        missed("gde moy vyigrysh po loteree", Language.RU, now.minusSeconds(30));
        missed("do you sell pizza", Language.EN, now.minusSeconds(10));
        Run run = Run.of("faq", "misses", "--store", store);
        assertThat(run.exit()).isZero();
        assertThat(run.lines().get(0)).startsWith("times").contains("last asked", "nearest topics", "question");
        assertThat(run.lines().get(1)).matches("2 +\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d +ru .*(Где мой|gde moy).*");
        assertThat(run.lines().get(2)).startsWith("1").contains(" en ").endsWith("do you sell pizza");
    }

    @Test
    void theNearestTopicIsNamed() {
        missed("forgot my password", Language.EN, now.minusSeconds(10));
        assertThat(Run.of("faq", "misses", "--store", store).lines().get(1)).contains("forgotten-password");
    }

    @Test
    void whatIsOlderOrBeyondTheLimitIsNotListed() {
        missed("an old question", Language.EN, now.minus(Duration.ofDays(8)));
        missed("this is new", Language.EN, now.minusSeconds(20));
        missed("this is newer", Language.EN, now.minusSeconds(10));
        Run run = Run.of("faq", "misses", "--store", store, "--since", "7d", "--limit", "1");
        assertThat(run.out()).contains("this is newer", "… and 1 more").doesNotContain("old question");
        String day = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(9).toString();
        assertThat(Run.of("faq", "misses", "--store", store, "--since", day).out())
                .contains("an old question");
    }

    @Test
    void whatBecameOfAnswersIsCounted() {
        answered("wagering", Signal.ANSWERED);
        answered("wagering", Signal.ANSWERED);
        answered("wagering", Signal.DID_NOT_HELP);
        answered("wagering", Signal.ESCALATED);
        assertThat(Run.of("faq", "misses", "--store", store).lines().get(3)).matches("wagering +2 +0 +0 +1 +1");
    }

    @Test
    void anotherPlayersWordsCannotDriveTheTerminal() {
        missed("\u001b[2Jhello\u202e there", Language.EN, now.minusSeconds(10));
        Run run = Run.of("faq", "misses", "--store", store);
        assertThat(run.lines().get(1)).contains("hello").doesNotContain("\u001b", "\u202e");
    }

    @Test
    void wrongOptionsAreTold() {
        assertThat(Run.of("faq", "misses", "--store", store, "--since", "yesterday"))
                .satisfies(run -> assertThat(run.exit()).isEqualTo(2))
                .satisfies(run -> assertThat(run.err()).contains("--since: expected a day"));
        assertThat(Run.of("faq", "misses", "--store", store, "--limit", "0").exit())
                .isEqualTo(2);
        assertThat(Run.of("faq", "misses", "--store", "nonsense").exit()).isEqualTo(1);
    }

    private void missed(String question, Language language, Instant at) {
        try (Store opened = open()) {
            opened.unitOfWork().run(tx -> {
                Effect.CountMiss miss = new Effect.CountMiss(
                        GUARD.screen(UntrustedText.of(question)).text(), language);
                opened.counters().miss(tx, miss, at);
                return true;
            });
        }
    }

    private void answered(String topic, Signal signal) {
        try (Store opened = open()) {
            opened.unitOfWork().run(tx -> {
                opened.counters().answer(tx, new Effect.CountAnswer(new TopicId(topic), Language.EN, signal), now);
                return true;
            });
        }
    }

    private Store open() {
        return JdbcStore.open(StoreSettings.of(store), GUARD);
    }
}
