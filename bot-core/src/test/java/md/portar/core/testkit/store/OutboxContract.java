package md.portar.core.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import md.portar.core.channel.Choice;
import md.portar.core.channel.DeliveryFailure;
import md.portar.core.channel.OutboundAction;
import md.portar.core.channel.OutboundAction.RedactAtSource;
import md.portar.core.channel.OutboundAction.SendMessage;
import md.portar.core.channel.OutboundAction.Speaker;
import md.portar.core.channel.TemplateName;
import md.portar.core.guard.CatalogueText;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.message.ConversationKey;
import md.portar.core.message.Language;
import md.portar.core.message.PlatformMessageId;
import md.portar.core.store.DeadLetters;
import md.portar.core.store.Lease;
import md.portar.core.store.OutboxEntry;
import md.portar.core.store.OutboxItem;
import md.portar.core.testkit.RecordingChannel;
import org.junit.jupiter.api.Test;

/** What has to leave does so in order, one at a time per conversation, whatever happens to an attempt. */
public interface OutboxContract extends StoreUnderTest {
    private static OutboundAction message(ConversationKey to, String words) {
        return new SendMessage(
                to,
                CatalogueText.of(words),
                List.of(new Choice("a.b:1", CatalogueText.of("A"), CatalogueText.of("more"))),
                Speaker.BOT);
    }

    private void enqueue(ConversationKey to, String words) {
        enqueue(to, OutboxEntry.of(message(to, words), 3));
    }

    private void enqueue(ConversationKey to, OutboxEntry entry) {
        ConversationNumber number = conversation(to);
        write(tx -> {
            store().outbox().enqueue(tx, number, entry, NOW, Duration.ZERO);
            return true;
        });
    }

    private List<OutboxItem> claim(Instant at) {
        return write(tx -> store().outbox()
                .claim(
                        tx,
                        RecordingChannel.ID,
                        RecordingChannel.ACCOUNT,
                        new Lease(NODE_A, at, at.plus(LEASE)),
                        at,
                        100));
    }

    private boolean done(OutboxItem item) {
        return write(tx -> store().outbox().done(tx, item, NOW, Duration.ZERO));
    }

    private static String words(OutboxItem item) {
        return item.entry().action() instanceof SendMessage message
                ? message.text().value()
                : "";
    }

    @Test
    default void anActionComesOutAsItWentIn() {
        OutboundAction action = message(ION, "hello");
        OutboxEntry.FollowUp followUp =
                new OutboxEntry.FollowUp(CatalogueText.of("gone"), StoreUnderTest.words("still there"), List.of());
        enqueue(ION, new OutboxEntry(action, 7, null, false, followUp));
        OutboxItem item = claim(NOW).get(0);
        assertThat(item.entry()).isEqualTo(new OutboxEntry(action, 7, null, false, followUp));
        assertThat(item.attempts()).isOne();
    }

    @Test
    default void everyKindOfActionComesOutAsItWentIn() {
        PlatformMessageId id = new PlatformMessageId("m$1");
        List<OutboundAction> actions = List.of(
                new OutboundAction.SendTemplate(
                        ION,
                        new TemplateName("case_update"),
                        Language.RU,
                        Map.of("1", CatalogueText.of("C-1")),
                        StoreUnderTest.words("Case C-1: news")),
                new RedactAtSource(ION, id),
                new OutboundAction.ShowTyping(ION, null),
                new OutboundAction.AcknowledgeChoice(ION, id, id),
                new OutboundAction.LeaveGroup(ION));
        actions.forEach(action -> enqueue(ION, OutboxEntry.of(action, 0)));
        for (OutboundAction action : actions) {
            OutboxItem item = claim(NOW).get(0);
            assertThat(item.entry().action()).isEqualTo(action);
            done(item);
        }
    }

    @Test
    default void onlyTheFirstOfAConversationCanBeClaimed() {
        enqueue(ION, "1");
        enqueue(ION, "2");
        enqueue(OLGA, "3");
        List<OutboxItem> items = claim(NOW);
        assertThat(items).extracting(OutboxContract::words).containsExactly("1", "3");
        assertThat(claim(NOW)).isEmpty();
        done(items.get(0));
        assertThat(claim(NOW)).extracting(OutboxContract::words).containsExactly("2");
    }

    @Test
    default void aRetryKeepsTheOthersWaiting() {
        enqueue(ION, "1");
        enqueue(ION, "2");
        OutboxItem item = claim(NOW).get(0);
        Instant later = NOW.plusSeconds(30);
        assertThat(yes(tx -> store().outbox().retry(tx, item, later, true))).isTrue();
        assertThat(claim(later.minusMillis(1))).isEmpty();
        assertThat(maybe(tx -> store().outbox().nextDue(tx, RecordingChannel.ID, RecordingChannel.ACCOUNT)))
                .contains(later);
        OutboxItem again = claim(later).get(0);
        assertThat(words(again)).isEqualTo("1");
        assertThat(again.attempts()).isEqualTo(2);
        assertThat(again.uncertain()).isOne();
    }

    @Test
    default void aResultOfALostClaimIsRefused() {
        enqueue(ION, "1");
        OutboxItem lost = claim(NOW).get(0);
        write(tx -> store().outbox().retry(tx, lost, NOW, false));
        OutboxItem held = claim(NOW).get(0);
        assertThat(done(lost)).isFalse();
        assertThat(done(held)).isTrue();
        assertThat(done(held)).isFalse();
    }

    @Test
    default void whatIsBuriedMakesWay() {
        enqueue(ION, "1");
        enqueue(ION, "2");
        OutboxItem item = claim(NOW).get(0);
        assertThat(yes(tx -> store().outbox().bury(tx, item, DeliveryFailure.INVALID_MESSAGE, 400, NOW)))
                .isTrue();
        assertThat(claim(NOW)).extracting(OutboxContract::words).containsExactly("2");
        assertThat(list(tx -> store().deadLetters().list(tx, DeadLetters.Filter.ALL, Optional.empty(), 9)))
                .hasSize(1);
    }

    @Test
    default void aReplacementIsSaidBeforeWhatWaitsBehind() {
        enqueue(ION, OutboxEntry.of(new RedactAtSource(ION, new PlatformMessageId("1")), 0));
        enqueue(ION, "later");
        OutboxItem item = claim(NOW).get(0);
        write(tx -> store().outbox()
                .replace(
                        tx,
                        item,
                        List.of(OutboxEntry.of(message(ION, "a"), 0), OutboxEntry.of(message(ION, "b"), 0)),
                        NOW));
        for (String expected : List.of("a", "b", "later")) {
            OutboxItem next = claim(NOW).get(0);
            assertThat(words(next)).isEqualTo(expected);
            done(next);
        }
    }

    @Test
    default void whatIsSetAsideHoldsUpNobodyAndComesBack() {
        OutboundAction redaction = new RedactAtSource(ION, new PlatformMessageId("1"));
        enqueue(ION, OutboxEntry.of(redaction, 0));
        enqueue(ION, "later");
        OutboxItem item = claim(NOW).get(0);
        Instant at = NOW.plusSeconds(30);
        assertThat(yes(tx ->
                        store().outbox().setAside(tx, item, at, List.of(OutboxEntry.of(message(ION, "a"), 0)), NOW)))
                .isTrue();
        assertThat(yes(tx -> store().outbox().setAside(tx, item, at, List.of(), NOW)))
                .isFalse();
        for (String expected : List.of("a", "later")) {
            OutboxItem next = claim(NOW).get(0);
            assertThat(words(next)).isEqualTo(expected);
            done(next);
        }
        enqueue(ION, "afterwards");
        assertThat(claim(NOW)).extracting(OutboxContract::words).containsExactly("afterwards");
        OutboxItem again = claim(at).get(0);
        assertThat(again.entry().action()).isEqualTo(redaction);
        assertThat(again.failures()).isOne();
        assertThat(done(again)).isTrue();
    }

    @Test
    default void aFailureOfItsOwnIsCountedApart() {
        enqueue(ION, "1");
        OutboxItem first = claim(NOW).get(0);
        write(tx -> store().outbox().retry(tx, first, NOW, false));
        OutboxItem second = claim(NOW).get(0);
        write(tx -> store().outbox().retryFailed(tx, second, NOW));
        OutboxItem third = claim(NOW).get(0);
        assertThat(third.attempts()).isEqualTo(3);
        assertThat(third.failures()).isOne();
        assertThat(third.uncertain()).isZero();
    }

    @Test
    default void whatIsNewCanBeClaimedBeforeWhatIsOld() {
        enqueue(ION, "old");
        Instant later = NOW.plusSeconds(60);
        ConversationNumber olga = conversation(OLGA);
        write(tx -> {
            store().outbox().enqueue(tx, olga, OutboxEntry.of(message(OLGA, "new"), 0), later, Duration.ZERO);
            return true;
        });
        assertThat(list(tx -> store().outbox()
                        .claimRecent(
                                tx,
                                RecordingChannel.ID,
                                RecordingChannel.ACCOUNT,
                                new Lease(NODE_A, later, later.plus(LEASE)),
                                later.minusSeconds(5),
                                later,
                                5)))
                .extracting(OutboxContract::words)
                .containsExactly("new");
        assertThat(claim(later)).extracting(OutboxContract::words).containsExactly("old");
    }

    @Test
    default void theNextOfAConversationKeepsItsDistance() {
        ConversationNumber number = conversation(ION);
        Duration gap = Duration.ofSeconds(1);
        enqueue(ION, "1");
        OutboxItem item = claim(NOW).get(0);
        write(tx -> {
            store().conversations().sent(tx, number, NOW);
            return store().outbox().done(tx, item, NOW, gap);
        });
        write(tx -> {
            store().outbox().enqueue(tx, number, OutboxEntry.of(message(ION, "2"), 0), NOW, gap);
            return true;
        });
        assertThat(claim(NOW.plusMillis(999))).isEmpty();
        assertThat(claim(NOW.plusMillis(1_000))).hasSize(1);
    }

    @Test
    default void aDeadSendersItemsAreFound() {
        enqueue(ION, "1");
        OutboxItem item = claim(NOW).get(0);
        assertThat(list(tx -> store().outbox().orphans(tx, NOW, false, 10))).isEmpty();
        assertThat(list(tx -> store().outbox().orphans(tx, NOW, true, 10))).containsExactly(item);
        assertThat(list(tx -> store().outbox().orphans(tx, NOW.plus(LEASE), false, 10)))
                .containsExactly(item);
    }
}
