package md.portar.gateway.simulator;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** One player's screen, for tests: what stands there now, and waiting for what comes. Used by one thread. */
public final class Phone {
    private final Chat chat;
    private final Set<String> seen = new HashSet<>();
    private Duration patience = Duration.ofSeconds(10);

    Phone(Chat chat) {
        this.chat = chat;
    }

    /** How long the await methods wait before they fail; ten seconds unless told. */
    public Phone within(Duration longest) {
        patience = longest;
        return this;
    }

    /** Everything the player can see, oldest first; deleted messages are not there. */
    public List<ChatEntry> transcript() {
        return chat.entries().stream().filter(ChatEntry::visible).toList();
    }

    /** What the bot and agents wrote, oldest first. */
    public List<ChatEntry> replies() {
        return transcript().stream()
                .filter(entry -> entry.author() == ChatEntry.Author.BOT)
                .toList();
    }

    /** The next message from the bot that no earlier await on this phone returned. */
    public ChatEntry awaitReply() {
        return awaitReply(entry -> true);
    }

    /** The next unreturned message from the bot that contains these words. */
    public ChatEntry awaitReplyContaining(String words) {
        return awaitReply(entry -> entry.text().contains(words));
    }

    /** The next unreturned message from the bot that fits; earlier ones that do not fit count as returned. */
    public ChatEntry awaitReply(Predicate<ChatEntry> fits) {
        chat.await(() -> unseen(fits).isPresent(), patience);
        ChatEntry found = unseen(fits)
                .orElseThrow(() -> new AssertionError(
                        "no fitting reply within " + patience + "; " + replies().size() + " replies on the screen"));
        replies().stream().takeWhile(entry -> !entry.id().equals(found.id())).forEach(entry -> seen.add(entry.id()));
        seen.add(found.id());
        return found;
    }

    private Optional<ChatEntry> unseen(Predicate<ChatEntry> fits) {
        return replies().stream()
                .filter(entry -> !seen.contains(entry.id()))
                .filter(fits)
                .findFirst();
    }

    /** Waits until this message is gone from the screen. */
    public void awaitGone(String messageId) {
        awaitThat(
                "the message is still there",
                () -> chat.find(messageId).filter(ChatEntry::visible).isEmpty());
    }

    /** Waits until this message carries this tick. */
    public void awaitMark(String messageId, ChatEntry.Mark mark) {
        awaitThat(
                "the message is not marked " + mark,
                () -> chat.find(messageId).filter(entry -> entry.mark() == mark).isPresent());
    }

    /** Waits until the provider's copy of this message is erased. */
    public void awaitErased(String messageId) {
        awaitThat(
                "the copy is not erased",
                () -> chat.find(messageId)
                        .filter(entry -> entry.fate() == ChatEntry.Fate.ERASED_AT_PROVIDER)
                        .isPresent());
    }

    /** The short text the last tapped button answered with; empty when none. */
    public String popup() {
        return chat.popup();
    }

    private void awaitThat(String otherwise, BooleanSupplier condition) {
        if (!chat.await(condition, patience)) {
            throw new AssertionError(otherwise + " after " + patience);
        }
    }
}
