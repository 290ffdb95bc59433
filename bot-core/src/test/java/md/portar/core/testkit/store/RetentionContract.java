package md.portar.core.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import md.portar.core.conversation.AgentId;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.handoff.DeskMessage;
import md.portar.core.handoff.DeskRow;
import md.portar.core.message.EventKey;
import md.portar.core.message.Language;
import md.portar.core.store.AuditTrail;
import md.portar.core.store.Conversations;
import md.portar.core.testkit.RecordingChannel;
import org.junit.jupiter.api.Test;

/** What is old goes in small steps, and nothing that is still needed goes with it. */
public interface RetentionContract extends StoreUnderTest {
    Instant OLD = NOW.minus(Duration.ofDays(91));
    Instant LIMIT = NOW.minus(Duration.ofDays(90));

    private ConversationNumber handled(String id, Instant at) {
        ConversationNumber number = recorded(ION, id, "hello", at);
        write(tx -> {
            store().inbox().settle(tx, store().inbox().pending(tx, number, 10));
            return true;
        });
        return number;
    }

    private List<DeskMessage> messages(ConversationNumber number) {
        return look(tx -> store().deskViews().messages(tx, number, Optional.empty(), 100));
    }

    @Test
    default void oldMessagesGoAFewAtATimeAndNewOnesStay() {
        for (int i = 0; i < 5; i++) {
            handled("old" + i, OLD);
        }
        ConversationNumber number = handled("new", LIMIT);
        assertThat(count(tx -> store().retention().messages(tx, LIMIT, 3))).isEqualTo(3);
        assertThat(count(tx -> store().retention().messages(tx, LIMIT, 3))).isEqualTo(2);
        assertThat(count(tx -> store().retention().messages(tx, LIMIT, 3))).isZero();
        assertThat(messages(number)).extracting(DeskMessage::seq).containsExactly(6L);
    }

    @Test
    default void anOldMessageThatStillHasToBeHandledStays() {
        ConversationNumber number = recorded(ION, "1", "hello", OLD);
        assertThat(count(tx -> store().retention().messages(tx, LIMIT, 3))).isZero();
        assertThat(messages(number)).hasSize(1);
        assertThat(list(tx -> store().inbox().pending(tx, number, 10))).hasSize(1);
    }

    @Test
    default void namesAndLastWordsGoWhenNothingWasHeardSince() {
        ConversationNumber number = conversation(ION);
        var heard = new Conversations.Heard(
                OLD,
                StoreUnderTest.words("Test User"),
                Language.EN,
                StoreUnderTest.screened(ION, "1", "hello", false).content());
        write(tx -> {
            store().conversations().heard(tx, number, heard, OLD);
            return true;
        });
        assertThat(count(tx -> store().retention().people(tx, OLD, 3))).isZero();
        assertThat(row(number).customer().value()).isEqualTo("Test User");
        assertThat(count(tx -> store().retention().people(tx, LIMIT, 3))).isOne();
        assertThat(count(tx -> store().retention().people(tx, LIMIT, 3))).isZero();
        assertThat(row(number).customer().value()).isEmpty();
        assertThat(row(number).preview().value()).isEmpty();
    }

    private DeskRow row(ConversationNumber number) {
        return look(tx -> store().deskViews().row(tx, number)).orElseThrow();
    }

    @Test
    default void oldAuditRowsGoAFewAtATime() {
        for (Instant at : List.of(OLD, OLD, LIMIT)) {
            write(tx -> {
                store().audit()
                        .append(
                                tx,
                                new AuditTrail.Entry(
                                        at, AuditTrail.Action.SIGNED_IN, new AgentId("ana"), null, null, null));
                return true;
            });
        }
        assertThat(count(tx -> store().retention().audit(tx, LIMIT, 1))).isOne();
        assertThat(count(tx -> store().retention().audit(tx, LIMIT, 5))).isOne();
        assertThat(count(tx -> store().retention().audit(tx, LIMIT, 5))).isZero();
    }

    @Test
    default void keysGoOldestFirst() {
        keep("old", OLD);
        keep("older", OLD.minusSeconds(1));
        keep("new", LIMIT);
        assertThat(count(tx -> store().inbox().forgetKeys(tx, LIMIT, 1))).isOne();
        assertThat(keep("older", NOW)).isTrue();
        assertThat(keep("old", NOW)).isFalse();
        assertThat(count(tx -> store().inbox().forgetKeys(tx, LIMIT, 9))).isOne();
        assertThat(keep("new", NOW)).isFalse();
    }

    private boolean keep(String key, Instant at) {
        return write(tx ->
                store().inbox().isFresh(tx, RecordingChannel.ID, RecordingChannel.ACCOUNT, new EventKey(key), at));
    }
}
