package md.portar.core.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import md.portar.core.conversation.Effect;
import md.portar.core.conversation.Effect.CountAnswer.Signal;
import md.portar.core.conversation.TopicId;
import md.portar.core.message.Language;
import md.portar.core.store.AnswerCount;
import md.portar.core.store.MissedQuestion;
import org.junit.jupiter.api.Test;

/** What supervisors learn from: questions without an answer, and what became of answers. */
public interface CountersContract extends StoreUnderTest {
    private void missed(String question, Language language, Instant at) {
        write(tx -> {
            store().counters().miss(tx, new Effect.CountMiss(StoreUnderTest.words(question), language), at);
            return true;
        });
    }

    private void answered(String topic, Language language, Signal signal, Instant at) {
        write(tx -> {
            store().counters().answer(tx, new Effect.CountAnswer(new TopicId(topic), language, signal), at);
            return true;
        });
    }

    @Test
    default void aQuestionAskedAgainIsOneWithACount() {
        missed("do you sell pizza", Language.EN, NOW);
        missed("ce mai faceti", Language.RO, NOW.plusSeconds(1));
        missed("do you sell pizza", Language.EN, NOW.plusSeconds(2));
        List<MissedQuestion> misses = look(tx -> store().counters().misses(tx, NOW, 10));
        assertThat(misses).hasSize(2);
        assertThat(misses.get(0).question().value()).isEqualTo("do you sell pizza");
        assertThat(misses.get(0).count()).isEqualTo(2);
        assertThat(misses.get(0).lastSeen()).isEqualTo(NOW.plusSeconds(2));
        assertThat(misses.get(1).language()).isEqualTo(Language.RO);
    }

    @Test
    default void questionsAreReadSinceATimeTheLatestFirstAndNotAllOfThem() {
        missed("long ago", Language.EN, NOW.minusSeconds(1));
        missed("first", Language.EN, NOW);
        missed("second", Language.EN, NOW.plusSeconds(1));
        assertThat(list(tx -> store().counters().misses(tx, NOW, 10)))
                .extracting(miss -> miss.question().value())
                .containsExactly("second", "first");
        assertThat(list(tx -> store().counters().misses(tx, NOW, 1))).hasSize(1);
    }

    @Test
    default void answersAreSummedOverDaysAndLanguages() {
        answered("wagering", Language.EN, Signal.ANSWERED, NOW);
        answered("wagering", Language.RO, Signal.ANSWERED, NOW.plus(Duration.ofDays(1)));
        answered("wagering", Language.RO, Signal.ESCALATED, NOW);
        answered("wagering", Language.RO, Signal.ANSWERED, NOW.minus(Duration.ofDays(1)));
        TopicId wagering = new TopicId("wagering");
        assertThat(list(tx -> store().counters().answers(tx, NOW)))
                .containsExactly(
                        new AnswerCount(wagering, Signal.ANSWERED, 2), new AnswerCount(wagering, Signal.ESCALATED, 1));
    }
}
