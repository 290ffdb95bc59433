package md.portar.core.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import md.portar.core.conversation.Effect;
import md.portar.core.conversation.HandoffReason;
import md.portar.core.conversation.Priority;
import md.portar.core.conversation.SafetyConcern;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.handoff.EpisodeOutcome;
import md.portar.core.handoff.OnCallNotice;
import md.portar.core.handoff.OnCallReceiver.Attempt;
import md.portar.core.handoff.OnCallReceiver.Result;
import md.portar.core.message.ConversationKey;
import md.portar.core.message.Language;
import md.portar.core.store.OnCallNotices;
import md.portar.core.store.OnCallNotices.Taken;
import md.portar.core.testkit.RecordingChannel;
import org.junit.jupiter.api.Test;

/** What those on call have to be told is kept until it is settled, and is in one pair of hands at a time. */
public interface OnCallContract extends StoreUnderTest {
    UUID KEY = UUID.fromString("00000000-0000-4000-8000-000000000001");
    UUID OTHER_KEY = UUID.fromString("00000000-0000-4000-8000-000000000002");
    Duration HOLD = Duration.ofMinutes(1);
    Attempt NOT_FOUND = new Attempt(Result.REFUSED, 404);

    private ConversationNumber waiting(ConversationKey key) {
        ConversationNumber number = conversation(key);
        Effect.OpenTicket ticket = new Effect.OpenTicket(HandoffReason.SAFETY, Priority.SAFETY, Language.RU, null);
        write(tx -> {
            store().tickets().open(tx, number, ticket, NOW);
            return true;
        });
        return number;
    }

    private boolean added(ConversationNumber number, SafetyConcern concern, UUID key) {
        return yes(tx -> store().onCallNotices().add(tx, number, concern, Language.RU, key, NOW));
    }

    private Optional<Taken> taken(Instant at) {
        return maybe(tx -> store().onCallNotices().take(tx, at, HOLD));
    }

    private OnCallNotices.Standing standing(Instant since) {
        return look(tx -> store().onCallNotices().standing(tx, since));
    }

    @Test
    default void aNoticeSaysWhereToLook() {
        ConversationNumber number = waiting(ION);
        assertThat(added(number, SafetyConcern.HARM, KEY)).isTrue();
        assertThat(taken(NOW))
                .contains(new Taken(
                        new OnCallNotice(KEY, SafetyConcern.HARM, RecordingChannel.ID, number, Language.RU, NOW), 1));
    }

    @Test
    default void eachConcernOfAnEpisodeIsToldOnce() {
        ConversationNumber number = waiting(ION);
        assertThat(added(number, SafetyConcern.LIMITS, KEY)).isTrue();
        assertThat(added(number, SafetyConcern.LIMITS, OTHER_KEY)).isFalse();
        assertThat(added(number, SafetyConcern.DISTRESS, OTHER_KEY)).isTrue();
        assertThat(added(conversation(OLGA), SafetyConcern.DISTRESS, UUID.randomUUID()))
                .as("nothing is open there")
                .isFalse();
        write(tx -> {
            store().tickets().resolved(tx, number, EpisodeOutcome.SOLVED, NOW);
            return true;
        });
        waiting(ION);
        assertThat(added(number, SafetyConcern.LIMITS, UUID.randomUUID())).isTrue();
        assertThat(standing(NOW).waiting()).isEqualTo(3);
    }

    @Test
    default void itIsInOnePairOfHandsAndComesBackWhenNothingIsSaidOfIt() {
        added(waiting(ION), SafetyConcern.HARM, KEY);
        Taken lost = taken(NOW).orElseThrow();
        assertThat(taken(NOW.plus(HOLD).minusMillis(1))).isEmpty();
        Taken again = taken(NOW.plus(HOLD)).orElseThrow();
        assertThat(again.notice()).isEqualTo(lost.notice());
        assertThat(again.attempts()).isEqualTo(2);
        assertThat(yes(tx -> store().onCallNotices().told(tx, lost, NOW))).isFalse();
        assertThat(yes(tx -> store().onCallNotices().later(tx, lost, NOT_FOUND, NOW)))
                .isFalse();
        assertThat(yes(tx -> store().onCallNotices().told(tx, again, NOW))).isTrue();
        assertThat(taken(NOW.plus(HOLD.multipliedBy(3)))).isEmpty();
        assertThat(standing(NOW)).isEqualTo(OnCallNotices.Standing.QUIET);
    }

    @Test
    default void whatFailedIsTriedThenOrWhenTheReceiverIsBack() {
        ConversationNumber number = waiting(ION);
        added(number, SafetyConcern.HARM, KEY);
        Taken first = taken(NOW).orElseThrow();
        Instant then = NOW.plusSeconds(300);
        assertThat(yes(tx -> store().onCallNotices().later(tx, first, NOT_FOUND, then)))
                .isTrue();
        assertThat(taken(then.minusMillis(1))).isEmpty();
        assertThat(list(tx -> store().onCallNotices().untold(tx, 5)))
                .containsExactly(new OnCallNotices.Untold(first.notice(), 1, false, Optional.of(NOT_FOUND)));
        assertThat(count(tx -> store().onCallNotices().hasten(tx, NOW))).isOne();
        assertThat(taken(NOW)).isPresent();
        assertThat(count(tx -> store().onCallNotices().hasten(tx, NOW)))
                .as("what is in somebody's hands stays there")
                .isZero();
    }

    @Test
    default void theOneThatIsDueTheLongestComesFirst() {
        ConversationNumber number = waiting(ION);
        added(number, SafetyConcern.LIMITS, KEY);
        write(tx -> store().onCallNotices()
                .add(tx, number, SafetyConcern.DISTRESS, Language.RU, OTHER_KEY, NOW.minusSeconds(5)));
        assertThat(taken(NOW).map(taken -> taken.notice().key())).contains(OTHER_KEY);
        assertThat(taken(NOW).map(taken -> taken.notice().key())).contains(KEY);
        assertThat(standing(NOW)).isEqualTo(new OnCallNotices.Standing(2, Optional.of(NOW.minusSeconds(5)), 0));
    }

    @Test
    default void whatIsGivenUpStaysToBeSeenForAWhile() {
        added(waiting(ION), SafetyConcern.HARM, KEY);
        Taken only = taken(NOW).orElseThrow();
        assertThat(yes(tx -> store().onCallNotices().giveUp(tx, only, NOT_FOUND, NOW)))
                .isTrue();
        assertThat(taken(NOW.plus(Duration.ofDays(400)))).isEmpty();
        assertThat(standing(NOW)).isEqualTo(new OnCallNotices.Standing(0, Optional.empty(), 1));
        assertThat(standing(NOW.plusMillis(1)).givenUp()).isZero();
        assertThat(list(tx -> store().onCallNotices().untold(tx, 5)))
                .extracting(OnCallNotices.Untold::givenUp)
                .containsExactly(true);
        assertThat(count(tx -> store().onCallNotices().forget(tx, NOW))).isZero();
        assertThat(count(tx -> store().onCallNotices().forget(tx, NOW.plusMillis(1))))
                .isOne();
        assertThat(list(tx -> store().onCallNotices().untold(tx, 5))).isEmpty();
    }

    @Test
    default void aClockSetBackHoldsNoNoticeUp() {
        added(waiting(ION), SafetyConcern.HARM, KEY);
        assertThat(taken(NOW.minus(Duration.ofDays(3)))).isPresent();
    }
}
