package md.portar.core.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import md.portar.core.casestatus.CaseRecord;
import md.portar.core.conversation.AccountId;
import md.portar.core.conversation.AgentId;
import md.portar.core.conversation.CaseNumber;
import md.portar.core.conversation.CaseStatus;
import md.portar.core.conversation.ConversationState;
import md.portar.core.conversation.Effect;
import md.portar.core.conversation.HandoffReason;
import md.portar.core.conversation.Priority;
import md.portar.core.guard.CatalogueText;
import md.portar.core.guard.ScreenedText;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.handoff.DeskEvent;
import md.portar.core.handoff.DeskMessage;
import md.portar.core.handoff.DeskRow;
import md.portar.core.handoff.DeskView;
import md.portar.core.handoff.EpisodeOutcome;
import md.portar.core.message.ConversationKey;
import md.portar.core.message.Language;
import md.portar.core.message.PlatformMessageId;
import md.portar.core.store.MessageLog;
import md.portar.core.store.StoredConversation;
import md.portar.core.testkit.RecordingChannel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Lists, bubbles, events, tickets and cases. */
public interface DeskContract extends StoreUnderTest {
    AgentId ANA = new AgentId("ana");

    private ConversationNumber queued(ConversationKey key, Priority priority, Instant since) {
        ConversationNumber number = conversation(key);
        write(tx -> {
            StoredConversation before = store().conversations().find(tx, number).orElseThrow();
            store().tickets()
                    .open(
                            tx,
                            number,
                            new Effect.OpenTicket(HandoffReason.REQUESTED, priority, Language.RO, null),
                            since);
            return store().conversations()
                    .change(
                            tx,
                            before,
                            before.conversation().withState(new ConversationState.WaitingForAgent(priority, since)),
                            since);
        });
        return number;
    }

    private List<ConversationNumber> view(DeskView view, Optional<ConversationNumber> after, int limit) {
        return look(tx -> store().deskViews().rows(tx, view, ANA, after, limit)).stream()
                .map(DeskRow::number)
                .toList();
    }

    @Test
    default void theQueueIsOrderedByPriorityThenTimeAndPaged() {
        List<ConversationNumber> expected = new ArrayList<>();
        ConversationNumber normal = queued(RecordingChannel.person(1), Priority.NORMAL, NOW);
        ConversationNumber late = queued(RecordingChannel.person(2), Priority.NORMAL, NOW.plusSeconds(9));
        ConversationNumber high = queued(RecordingChannel.person(3), Priority.HIGH, NOW.plusSeconds(20));
        ConversationNumber safety = queued(RecordingChannel.person(4), Priority.SAFETY, NOW.plusSeconds(30));
        expected.addAll(List.of(safety, high, normal, late));
        assertThat(view(DeskView.QUEUE, Optional.empty(), 10)).isEqualTo(expected);
        assertThat(view(DeskView.QUEUE, Optional.of(high), 1)).containsExactly(normal);
        assertThat(list(tx -> store().deskViews().queue(tx, Set.of(Language.RO), 2)))
                .containsExactly(safety, high);
        assertThat(list(tx -> store().deskViews().queue(tx, Set.of(Language.EN), 2)))
                .isEmpty();
        var counts = look(tx -> store().deskViews().counts(tx, ANA, NOW.plusSeconds(60)));
        assertThat(counts.waiting()).isEqualTo(4);
        assertThat(counts.oldestWait()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    default void aPlaceInTheQueueCountsThoseAheadInTheSameLanguage() {
        ConversationNumber first = queued(RecordingChannel.person(1), Priority.NORMAL, NOW);
        ConversationNumber second = queued(RecordingChannel.person(2), Priority.NORMAL, NOW.plusSeconds(1));
        assertThat(ahead(Optional.of(first))).isZero();
        assertThat(ahead(Optional.of(second))).isOne();
        assertThat(ahead(Optional.empty())).isEqualTo(2);
        queued(RecordingChannel.person(3), Priority.SAFETY, NOW.plusSeconds(2));
        assertThat(ahead(Optional.of(first))).isOne();
    }

    private int ahead(Optional<ConversationNumber> number) {
        return look(tx -> store().tickets().figures(tx, number, Language.RO, Priority.NORMAL, NOW))
                .ahead();
    }

    @Test
    default void aTicketLivesOnceAndIsRatedOnce() {
        ConversationNumber number = queued(ION, Priority.NORMAL, NOW);
        queued(ION, Priority.SAFETY, NOW.plusSeconds(5));
        var ticket = look(tx -> store().tickets().current(tx, number)).orElseThrow();
        assertThat(ticket.priority()).isEqualTo(Priority.SAFETY);
        assertThat(ticket.enqueuedAt()).isEqualTo(NOW);
        write(tx -> {
            store().tickets().claimed(tx, number, ANA, NOW.plusSeconds(60));
            store().tickets().resolved(tx, number, EpisodeOutcome.SOLVED, NOW.plusSeconds(90));
            return true;
        });
        assertThat(maybe(tx -> store().tickets().current(tx, number))).isEmpty();
        assertThat(yes(tx -> store().tickets().rate(tx, number, 5))).isTrue();
        assertThat(yes(tx -> store().tickets().rate(tx, number, 1))).isFalse();
        var figures = look(tx ->
                store().tickets().figures(tx, Optional.empty(), Language.RO, Priority.NORMAL, NOW.plusSeconds(120)));
        assertThat(figures.recentClaims()).isOne();
        assertThat(figures.recentWaits()).containsExactly(Duration.ofSeconds(60));
    }

    @Test
    default void eventsGrowAndNeverStartAgain() {
        ConversationNumber number = conversation(ION);
        for (int i = 0; i < 3; i++) {
            write(tx -> {
                store().deskEvents().append(tx, number, DeskEvent.Kind.MESSAGE, NOW);
                return true;
            });
        }
        write(tx -> store().deskEvents().publish(tx));
        List<DeskEvent> events = look(tx -> store().deskEvents().after(tx, 0, 10));
        assertThat(events).hasSize(3).isSortedAccordingTo((a, b) -> Long.compare(a.number(), b.number()));
        long last = look(tx -> store().deskEvents().last(tx));
        assertThat(events.get(2).number()).isEqualTo(last);
        assertThat(list(tx -> store().deskEvents().after(tx, events.get(1).number(), 10)))
                .hasSize(1);
        write(tx -> store().deskEvents().forget(tx, NOW.plusSeconds(1)));
        long afterwards = look(tx -> store().deskEvents().last(tx));
        assertThat(afterwards).isEqualTo(last);
    }

    @Test
    default void deliveryOnlyMovesForward() {
        ConversationNumber number = conversation(ION);
        MessageLog.Logged logged = write(tx -> store().messages()
                .append(
                        tx,
                        number,
                        new MessageLog.NewMessage(
                                DeskMessage.Author.BOT,
                                null,
                                CatalogueText.of("hello"),
                                List.of(CatalogueText.of("Menu")),
                                null,
                                DeskMessage.Delivery.QUEUED),
                        NOW));
        PlatformMessageId id = new PlatformMessageId("out-1");
        write(tx -> {
            store().messages().platformId(tx, number, logged.id(), id);
            return store().messages().markDelivery(tx, logged.id(), DeskMessage.Delivery.SENT);
        });
        assertThat(yes(tx -> store().messages().report(tx, number, id, DeskMessage.Delivery.READ)))
                .isTrue();
        assertThat(yes(tx -> store().messages().report(tx, number, id, DeskMessage.Delivery.DELIVERED)))
                .isFalse();
        assertThat(count(tx -> store().messages().reportUpTo(tx, number, DeskMessage.Delivery.DELIVERED, NOW)))
                .isZero();
        DeskMessage message = look(tx -> store().deskViews().messages(tx, number, Optional.empty(), 5))
                .get(0);
        assertThat(message.delivery()).contains(DeskMessage.Delivery.READ);
        assertThat(message.text()).isEqualTo(CatalogueText.of("hello"));
        assertThat(message.choices()).containsExactly(CatalogueText.of("Menu"));
    }

    @Test
    default void onlyAnEventLineIsReworded() {
        ConversationNumber number = conversation(ION);
        MessageLog.Logged event =
                write(tx -> store().messages().append(tx, number, line(DeskMessage.Author.EVENT, null), NOW));
        MessageLog.Logged note =
                write(tx -> store().messages().append(tx, number, line(DeskMessage.Author.NOTE, ANA), NOW));
        CatalogueText other = CatalogueText.of("after");
        assertThat(yes(tx -> store().messages().reword(tx, event.id(), other))).isTrue();
        assertThat(yes(tx -> store().messages().reword(tx, note.id(), other))).isFalse();
        List<DeskMessage> thread = list(tx -> store().deskViews().messages(tx, number, Optional.empty(), 5));
        assertThat(thread).extracting(message -> message.text().value()).containsExactlyInAnyOrder("after", "before");
    }

    private static MessageLog.NewMessage line(DeskMessage.Author author, @Nullable AgentId agent) {
        return new MessageLog.NewMessage(
                author, agent, CatalogueText.of("before"), List.of(), null, DeskMessage.Delivery.QUEUED);
    }

    @Test
    default void wordsOfPeopleAreNeverReadBackAsCatalogueText() {
        ConversationNumber number = recorded(ION, "1", "hello", NOW);
        DeskMessage message = look(tx -> store().deskViews().messages(tx, number, Optional.empty(), 5))
                .get(0);
        assertThat(message.text()).isInstanceOf(ScreenedText.class);
    }

    @Test
    default void anOlderCaseNeverOverwritesANewerOne() {
        CaseNumber number = new CaseNumber("C-10482");
        AccountId owner = new AccountId("123456");
        CaseRecord newer = new CaseRecord(number, owner, CaseStatus.RESOLVED, NOW);
        CaseRecord older = new CaseRecord(number, owner, CaseStatus.RECEIVED, NOW.minusSeconds(1));
        assertThat(yes(tx -> store().cases().upsert(tx, newer))).isTrue();
        assertThat(yes(tx -> store().cases().upsert(tx, older))).isFalse();
        assertThat(yes(tx -> store().cases().upsert(tx, newer))).isFalse();
        assertThat(maybe(tx -> store().cases().find(tx, number))).contains(newer);
    }
}
