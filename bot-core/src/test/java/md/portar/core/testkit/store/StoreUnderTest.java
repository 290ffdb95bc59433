package md.portar.core.testkit.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import md.portar.core.guard.ScreenedText;
import md.portar.core.guard.SecretGuard;
import md.portar.core.guard.UntrustedText;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.message.Content;
import md.portar.core.message.ConversationKey;
import md.portar.core.message.EventKey;
import md.portar.core.message.Language;
import md.portar.core.message.PlatformMessageId;
import md.portar.core.message.ScreenedMessage;
import md.portar.core.message.Sender;
import md.portar.core.store.Lease;
import md.portar.core.store.NodeId;
import md.portar.core.store.Store;
import md.portar.core.store.StoredConversation;
import md.portar.core.store.UnitOfWork;
import md.portar.core.testkit.FixedClock;
import md.portar.core.testkit.RecordingChannel;

/** Gives each part of the contract its store and a few short words. */
public interface StoreUnderTest {
    Instant NOW = FixedClock.MONDAY;
    ConversationKey ION = RecordingChannel.person(1);
    ConversationKey OLGA = RecordingChannel.person(2);
    NodeId NODE_A = new NodeId("a");
    NodeId NODE_B = new NodeId("b");
    Duration LEASE = Duration.ofMinutes(1);

    /** An empty store, the same for the length of a test. */
    Store store();

    default <T> T write(UnitOfWork.Work<T> work) {
        return store().unitOfWork().run(work);
    }

    default <T> T look(UnitOfWork.Work<T> query) {
        return store().unitOfWork().read(query);
    }

    /** {@link #write} by result type, since an assertion cannot guess it. */
    default boolean yes(UnitOfWork.Work<Boolean> work) {
        return write(work);
    }

    default int count(UnitOfWork.Work<Integer> work) {
        return write(work);
    }

    default <T> Optional<T> maybe(UnitOfWork.Work<Optional<T>> work) {
        return write(work);
    }

    default <T> List<T> list(UnitOfWork.Work<List<T>> work) {
        return write(work);
    }

    default ConversationNumber conversation(ConversationKey key) {
        return write(tx -> store().conversations().open(tx, key, NOW));
    }

    /** Records a message and returns its conversation. */
    default ConversationNumber recorded(ConversationKey key, String id, String words, Instant at) {
        return write(tx -> {
            ConversationNumber number = store().conversations().open(tx, key, at);
            store().inbox().record(tx, number, screened(key, id, words, false), at);
            return number;
        });
    }

    static ScreenedText words(String words) {
        return SecretGuard.standard().screen(UntrustedText.of(words)).text();
    }

    static ScreenedMessage screened(ConversationKey key, String id, String words, boolean edit) {
        return new ScreenedMessage(
                new EventKey((edit ? "edit:" : "") + id),
                key,
                new PlatformMessageId(id),
                NOW,
                new Sender<>(words("Test User"), Language.EN),
                new Content.TextContent<>(words(words)),
                null,
                List.of(),
                false,
                edit);
    }

    default List<StoredConversation> claimed(NodeId node, Instant at) {
        return write(
                tx -> store().conversations().claim(tx, new Lease(node, at, at.plus(LEASE)), at, Duration.ZERO, 10));
    }
}
