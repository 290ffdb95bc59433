package md.portar.bench.process;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import md.portar.bench.load.Questions;
import md.portar.core.guard.ScreenedText;
import md.portar.core.guard.SecretGuard;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.handoff.DeskMessage;
import md.portar.core.message.ChannelAccount;
import md.portar.core.message.ChannelId;
import md.portar.core.message.ConversationKey;
import md.portar.core.message.PlatformUserId;
import md.portar.core.store.MessageLog;
import md.portar.core.store.Store;
import md.portar.core.store.StoreSettings;
import md.portar.core.store.Tx;
import md.portar.core.store.jdbc.JdbcStore;

/** A store with a history, written through the store's own ports. */
public final class SeededStore {
    private static final int PER_CONVERSATION = 20;
    private static final int CONVERSATIONS_AT_ONCE = 50;
    private static final long FIRST_PLAYER = 200_000_001L;

    private SeededStore() {}

    /** Fills a new SQLite file. */
    public static void fill(Path file, int messages) {
        SecretGuard guard = SecretGuard.standard();
        List<ScreenedText> words = Questions.all().stream().map(guard::rescreen).toList();
        Instant start = Instant.now().minus(Duration.ofDays(30));
        int conversations = messages / PER_CONVERSATION;
        try (Store store = JdbcStore.open(StoreSettings.of("jdbc:sqlite:" + file), guard)) {
            for (int first = 0; first < conversations; first += CONVERSATIONS_AT_ONCE) {
                int from = first;
                int to = Math.min(conversations, first + CONVERSATIONS_AT_ONCE);
                UnaryOperator<Tx> work = tx -> {
                    for (int i = from; i < to; i++) {
                        conversation(store, tx, i, words, start.plusSeconds(i));
                    }
                    return tx;
                };
                store.unitOfWork().run(tx -> work.apply(tx) == tx);
            }
        }
    }

    private static void conversation(Store store, Tx tx, int player, List<ScreenedText> words, Instant at) {
        ConversationKey key = new ConversationKey(
                new ChannelId("telegram"),
                new ChannelAccount("main"),
                new PlatformUserId(String.valueOf(FIRST_PLAYER + player)));
        ConversationNumber number = store.conversations().open(tx, key, at);
        for (int i = 0; i < PER_CONVERSATION; i++) {
            boolean customer = i % 2 == 0;
            ScreenedText text = words.get((player + i) % words.size());
            store.messages()
                    .append(
                            tx,
                            number,
                            new MessageLog.NewMessage(
                                    customer ? DeskMessage.Author.CUSTOMER : DeskMessage.Author.BOT,
                                    null,
                                    text,
                                    List.of(),
                                    null,
                                    DeskMessage.Delivery.SENT),
                            at.plusSeconds(i));
        }
    }
}
