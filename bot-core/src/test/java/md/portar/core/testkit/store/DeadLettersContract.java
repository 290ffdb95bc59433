package md.portar.core.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import md.portar.core.channel.DeliveryFailure;
import md.portar.core.channel.OutboundAction.SendMessage;
import md.portar.core.channel.OutboundAction.Speaker;
import md.portar.core.guard.CatalogueText;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.handoff.DeskMessage;
import md.portar.core.message.ChannelId;
import md.portar.core.message.ConversationKey;
import md.portar.core.message.MessageId;
import md.portar.core.store.DeadLetters.DeadLetter;
import md.portar.core.store.DeadLetters.Filter;
import md.portar.core.store.Lease;
import md.portar.core.store.MessageLog;
import md.portar.core.store.OutboxEntry;
import md.portar.core.store.OutboxItem;
import md.portar.core.testkit.RecordingChannel;
import org.junit.jupiter.api.Test;

/** What was given up can be looked at, sent again in its order, or dropped. */
public interface DeadLettersContract extends StoreUnderTest {
    private MessageId say(ConversationKey to, String... parts) {
        ConversationNumber number = conversation(to);
        return write(tx -> {
            MessageId id = store().messages()
                    .append(
                            tx,
                            number,
                            new MessageLog.NewMessage(
                                    DeskMessage.Author.BOT,
                                    null,
                                    CatalogueText.of(String.join("\n", parts)),
                                    List.of(),
                                    null,
                                    DeskMessage.Delivery.QUEUED),
                            NOW)
                    .id();
            for (int i = 0; i < parts.length; i++) {
                SendMessage part = new SendMessage(to, CatalogueText.of(parts[i]), List.of(), Speaker.BOT);
                store().outbox()
                        .enqueue(
                                tx,
                                number,
                                new OutboxEntry(part, 0, id, i == parts.length - 1, null),
                                NOW,
                                Duration.ZERO);
            }
            return id;
        });
    }

    private List<OutboxItem> claimAll() {
        return write(tx -> store().outbox()
                .claim(
                        tx,
                        RecordingChannel.ID,
                        RecordingChannel.ACCOUNT,
                        new Lease(NODE_A, NOW, NOW.plus(LEASE)),
                        NOW,
                        100));
    }

    private void bury(OutboxItem item, DeliveryFailure cause) {
        write(tx -> store().messages()
                .markFailed(tx, Objects.requireNonNull(item.entry().message()), cause));
        assertThat(yes(tx -> store().outbox().bury(tx, item, cause, 400, NOW))).isTrue();
    }

    private List<DeadLetter> letters(Filter filter) {
        return list(tx -> store().deadLetters().list(tx, filter, Optional.empty(), 50));
    }

    private static String words(OutboxItem item) {
        return item.entry().action() instanceof SendMessage message
                ? message.text().value()
                : "";
    }

    @Test
    default void aMessageIsOneLetterWithAllItsParts() {
        MessageId id = say(ION, "one", "two");
        say(ION, "after");
        bury(claimAll().get(0), DeliveryFailure.INVALID_MESSAGE);
        assertThat(claimAll()).extracting(DeadLettersContract::words).containsExactly("after");
        DeadLetter letter = letters(Filter.ALL).get(0);
        assertThat(letters(Filter.ALL)).hasSize(1);
        assertThat(letter.text().value()).isEqualTo("one\ntwo");
        assertThat(letter.message()).isEqualTo(id);
        assertThat(letter.to()).isEqualTo(ION);
        assertThat(letter.cause()).isEqualTo(DeliveryFailure.INVALID_MESSAGE);
        assertThat(letter.platformCode()).isEqualTo(400);
        assertThat(letter.buriedAt()).isEqualTo(NOW);
    }

    @Test
    default void lettersAreFoundByChannelAndCause() {
        say(ION, "one");
        say(OLGA, "two");
        List<OutboxItem> items = claimAll();
        bury(items.get(0), DeliveryFailure.INVALID_MESSAGE);
        bury(items.get(1), DeliveryFailure.WINDOW_CLOSED);
        assertThat(letters(Filter.ALL))
                .extracting(letter -> letter.text().value())
                .containsExactly("two", "one");
        assertThat(letters(new Filter(RecordingChannel.ID, DeliveryFailure.WINDOW_CLOSED)))
                .extracting(letter -> letter.text().value())
                .containsExactly("two");
        assertThat(letters(new Filter(new ChannelId("other"), null))).isEmpty();
        long newest = letters(Filter.ALL).get(0).number();
        assertThat(list(tx -> store().deadLetters().list(tx, Filter.ALL, Optional.of(newest), 50)))
                .hasSize(1);
        assertThat(list(tx -> store().deadLetters().counts(tx)))
                .allMatch(count -> count.letters() == 1)
                .hasSize(2);
    }

    @Test
    default void aLetterIsReplayedAtTheEndInItsOrderAndOnce() {
        say(ION, "one", "two");
        bury(claimAll().get(0), DeliveryFailure.INVALID_MESSAGE);
        say(ION, "waiting");
        DeadLetter letter = letters(Filter.ALL).get(0);
        Instant now = NOW;
        assertThat(yes(tx -> store().deadLetters().replay(tx, letter, 5, now))).isTrue();
        assertThat(yes(tx -> store().deadLetters().replay(tx, letter, 5, now))).isFalse();
        assertThat(letters(Filter.ALL)).isEmpty();
        for (String expected : List.of("waiting", "one", "two")) {
            OutboxItem item = claimAll().get(0);
            assertThat(words(item)).isEqualTo(expected);
            assertThat(item.attempts()).isOne();
            assertThat(item.entry().epoch()).isEqualTo(expected.equals("waiting") ? 0 : 5);
            write(tx -> store().outbox().done(tx, item, NOW, Duration.ZERO));
        }
    }

    @Test
    default void aReplayedLetterIsSentWhenNothingWaits() {
        say(ION, "one");
        bury(claimAll().get(0), DeliveryFailure.INVALID_MESSAGE);
        DeadLetter letter = letters(Filter.ALL).get(0);
        write(tx -> store().deadLetters().replay(tx, letter, 0, NOW));
        assertThat(claimAll()).extracting(DeadLettersContract::words).containsExactly("one");
    }

    @Test
    default void aDroppedLetterIsGone() {
        say(ION, "one", "two");
        say(OLGA, "three");
        claimAll().forEach(item -> bury(item, DeliveryFailure.INVALID_MESSAGE));
        DeadLetter letter = letters(Filter.ALL).get(0);
        assertThat(yes(tx -> store().deadLetters().drop(tx, letter))).isTrue();
        assertThat(yes(tx -> store().deadLetters().drop(tx, letter))).isFalse();
        assertThat(letters(Filter.ALL)).hasSize(1);
    }

    @Test
    default void whatWaitsForSomebodyOutOfReachIsBuriedToo() {
        say(ION, "one");
        say(ION, "two");
        OutboxItem first = claimAll().get(0);
        bury(first, DeliveryFailure.RECIPIENT_BLOCKED);
        List<MessageId> given =
                write(tx -> store().outbox().abandon(tx, first.conversation(), DeliveryFailure.RECIPIENT_BLOCKED, NOW));
        assertThat(given).hasSize(1);
        assertThat(letters(Filter.ALL)).hasSize(2);
        assertThat(claimAll()).isEmpty();
    }
}
