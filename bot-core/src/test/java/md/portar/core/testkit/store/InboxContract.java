package md.portar.core.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import md.portar.core.guard.ScreenedText;
import md.portar.core.guard.SecretKind;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.handoff.DeskMessage;
import md.portar.core.message.Attachment;
import md.portar.core.message.AttachmentKind;
import md.portar.core.message.Content;
import md.portar.core.message.EventKey;
import md.portar.core.message.Language;
import md.portar.core.message.PlatformMessageId;
import md.portar.core.message.ScreenedMessage;
import md.portar.core.message.Sender;
import md.portar.core.store.InboxItem;
import md.portar.core.testkit.RecordingChannel;
import org.junit.jupiter.api.Test;

/** What arrives is kept once, comes out as it went in, and is gone when settled. */
public interface InboxContract extends StoreUnderTest {
    private List<InboxItem> pending(ConversationNumber number) {
        return look(tx -> store().inbox().pending(tx, number, 100));
    }

    private static String text(InboxItem item) {
        ScreenedMessage message = item.message();
        return message != null && message.content() instanceof Content.TextContent<ScreenedText> content
                ? content.text().value()
                : "";
    }

    @Test
    default void aKeyIsFreshOncePerAccount() {
        EventKey key = new EventKey("update:1");
        assertThat(yes(tx -> store().inbox().isFresh(tx, RecordingChannel.ID, RecordingChannel.ACCOUNT, key, NOW)))
                .isTrue();
        assertThat(yes(tx -> store().inbox().isFresh(tx, RecordingChannel.ID, RecordingChannel.ACCOUNT, key, NOW)))
                .isFalse();
    }

    @Test
    default void keysAreForgottenByAge() {
        EventKey key = new EventKey("update:1");
        write(tx -> store().inbox().isFresh(tx, RecordingChannel.ID, RecordingChannel.ACCOUNT, key, NOW));
        assertThat(count(tx -> store().inbox().forgetKeys(tx, NOW, 10))).isZero();
        assertThat(count(tx -> store().inbox().forgetKeys(tx, NOW.plusMillis(1), 10)))
                .isOne();
    }

    @Test
    default void messagesComeOutInOrderAndAreGoneWhenSettled() {
        ConversationNumber number = recorded(ION, "1", "first", NOW);
        recorded(ION, "2", "second", NOW);
        recorded(OLGA, "3", "elsewhere", NOW);
        List<InboxItem> items = pending(number);
        assertThat(items).extracting(InboxContract::text).containsExactly("first", "second");
        write(tx -> {
            store().inbox().settle(tx, items.subList(0, 1));
            return true;
        });
        assertThat(pending(number)).extracting(InboxContract::text).containsExactly("second");
    }

    @Test
    default void wordsThatNoDatabaseLikesAreKept() {
        ConversationNumber number = recorded(ION, "1", "a\0b", NOW);
        recorded(ION, "2", "half a face \ud83d", NOW);
        assertThat(pending(number))
                .extracting(InboxContract::text)
                .startsWith("ab")
                .hasSize(2);
    }

    @Test
    default void everyKindOfContentComesOutAsItWentIn() {
        ScreenedText words = StoreUnderTest.words("țară и слова 🙂");
        PlatformMessageId id = new PlatformMessageId("cb$1");
        List<Content<ScreenedText>> contents = List.of(
                new Content.TextContent<>(words),
                new Content.ChoiceContent<>(StoreUnderTest.words("menu.main"), words, id),
                new Content.ChoiceContent<>(StoreUnderTest.words("menu.main"), null, null),
                new Content.MediaContent<>(
                        List.of(
                                new Attachment<>(AttachmentKind.IMAGE, StoreUnderTest.words("file/a"), words),
                                new Attachment<>(AttachmentKind.VOICE, StoreUnderTest.words("file/b"), null)),
                        words,
                        id),
                new Content.MediaContent<>(List.of(), null, null),
                new Content.LocationContent<>(words),
                new Content.ContactContent<>(null),
                new Content.UnsupportedContent<>());
        ConversationNumber number = conversation(ION);
        for (Content<ScreenedText> content : contents) {
            ScreenedMessage message = new ScreenedMessage(
                    new EventKey("k"),
                    ION,
                    new PlatformMessageId("p"),
                    NOW,
                    new Sender<>(null, Language.RU),
                    content,
                    words,
                    List.of(),
                    false,
                    false);
            write(tx -> {
                store().inbox().record(tx, number, message, NOW);
                return true;
            });
        }
        List<InboxItem> items = pending(number);
        assertThat(items).hasSameSizeAs(contents);
        for (int i = 0; i < items.size(); i++) {
            ScreenedMessage message = items.get(i).message();
            assertThat(message).isNotNull();
            assertThat(message.content()).isEqualTo(contents.get(i));
            assertThat(message.quoted()).isEqualTo(words);
            assertThat(message.sentAt()).isEqualTo(NOW);
        }
    }

    @Test
    default void anEditBeforeTheAnswerReplacesTheQuestion() {
        ConversationNumber number = recorded(ION, "1", "frist", NOW);
        edit(number, "first");
        List<InboxItem> items = pending(number);
        assertThat(items).extracting(InboxContract::text).containsExactly("first");
        assertThat(items).extracting(InboxItem::kind).containsExactly(InboxItem.Kind.MESSAGE);
    }

    @Test
    default void anEditWhileTheBotThinksIsWorkOfItsOwn() {
        ConversationNumber number = recorded(ION, "1", "frist", NOW);
        List<InboxItem> before = pending(number);
        claimed(NODE_A, NOW);
        edit(number, "first");
        write(tx -> {
            store().inbox().settle(tx, before);
            return true;
        });
        assertThat(pending(number)).extracting(InboxItem::kind).containsExactly(InboxItem.Kind.EDIT);
        assertThat(pending(number)).extracting(InboxContract::text).containsExactly("first");
    }

    @Test
    default void anEditOfAnUnknownMessageIsKept() {
        ConversationNumber number = conversation(ION);
        edit(number, "first");
        assertThat(pending(number)).extracting(InboxContract::text).containsExactly("first");
    }

    private void edit(ConversationNumber number, String words) {
        write(tx -> {
            store().inbox().recordEdit(tx, number, StoreUnderTest.screened(ION, "1", words, true), NOW);
            return true;
        });
    }

    @Test
    default void aWithheldMessageLosesItsWordsEverywhere() {
        ConversationNumber number = recorded(ION, "1", "4111 1111", NOW);
        write(tx ->
                store().messages().withhold(tx, number, new PlatformMessageId("1"), Set.of(SecretKind.CARD_NUMBER)));
        assertThat(pending(number)).extracting(InboxContract::text).containsExactly("");
        List<DeskMessage> messages = look(tx -> store().deskViews().messages(tx, number, Optional.empty(), 10));
        assertThat(messages).singleElement().satisfies(message -> {
            assertThat(message.text().value()).isEmpty();
            assertThat(message.withheld()).isTrue();
            assertThat(message.secrets()).containsExactly(SecretKind.CARD_NUMBER);
        });
    }

    @Test
    default void signalsKeepTheirPlaceAmongMessages() {
        ConversationNumber number = recorded(ION, "1", "first", NOW);
        write(tx -> {
            store().inbox().recordSignal(tx, number, InboxItem.Kind.ANSWERED_ELSEWHERE, NOW, NOW);
            return true;
        });
        recorded(ION, "2", "second", NOW.plus(Duration.ofSeconds(1)));
        assertThat(pending(number))
                .extracting(InboxItem::kind)
                .containsExactly(InboxItem.Kind.MESSAGE, InboxItem.Kind.ANSWERED_ELSEWHERE, InboxItem.Kind.MESSAGE);
    }
}
