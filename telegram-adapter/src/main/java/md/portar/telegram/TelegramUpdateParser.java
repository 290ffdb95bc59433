package md.portar.telegram;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import md.portar.core.channel.ChannelEvent;
import md.portar.core.channel.IgnoredReason;
import md.portar.core.channel.MalformedUpdate;
import md.portar.core.guard.UntrustedText;
import md.portar.core.message.ChannelAccount;
import md.portar.core.message.Content;
import md.portar.core.message.ConversationKey;
import md.portar.core.message.EventKey;
import md.portar.core.message.InboundMessage;
import md.portar.core.message.Language;
import md.portar.core.message.PlatformMessageId;
import md.portar.core.message.PlatformUserId;
import md.portar.core.message.Sender;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.chat.Chat;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberUpdated;
import org.telegram.telegrambots.meta.api.objects.message.MaybeInaccessibleMessage;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * Turns an update into one event. What is JSON but no update of a known shape becomes {@code Ignored(MALFORMED)} rather than
 * a refusal, because Telegram repeats what it gets no 2xx for and holds later updates back meanwhile. Thread-safe.
 */
final class TelegramUpdateParser {
    private static final int MAX_DEPTH = 100;
    private static final int MAX_BYTES = 2 * 1024 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxStringLength(MAX_BYTES)
                            .maxDocumentLength(MAX_BYTES)
                            .maxNumberLength(40)
                            .maxNameLength(500)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final ChannelAccount account;
    private final Clock clock;

    TelegramUpdateParser(ChannelAccount account, Clock clock) {
        this.account = account;
        this.clock = clock;
    }

    /** Reads a webhook's body; fails only for what is no JSON at all. */
    ChannelEvent parse(byte[] body) throws MalformedUpdate {
        Update update = read(body);
        return update == null ? ignored(IgnoredReason.MALFORMED) : event(update);
    }

    /** Reads one element of a getUpdates answer; null when it is no update we can read. */
    static @Nullable Update read(JsonNode element) {
        try {
            return JSON.treeToValue(element, Update.class);
        } catch (IOException | RuntimeException e) {
            // TelegramBots' deserialisers throw what they like on odd input; the message would quote it.
            return null;
        }
    }

    /** Reads JSON within our bounds, for what is not an update by itself. */
    static JsonNode tree(String text) throws MalformedUpdate {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw notJson(e);
        }
    }

    private static @Nullable Update read(byte[] body) throws MalformedUpdate {
        try {
            return JSON.readValue(body, Update.class);
        } catch (IOException | RuntimeException e) {
            requireJson(body);
            return null;
        }
    }

    private static void requireJson(byte[] body) throws MalformedUpdate {
        try {
            if (JSON.readTree(body).isMissingNode()) {
                throw new MalformedUpdate(TelegramChannelFactory.ID, MalformedUpdate.Reason.NOT_JSON);
            }
        } catch (IOException e) {
            throw notJson(e);
        }
    }

    private static MalformedUpdate notJson(IOException e) {
        boolean bounds = e instanceof StreamConstraintsException;
        return new MalformedUpdate(
                TelegramChannelFactory.ID, bounds ? MalformedUpdate.Reason.TOO_DEEP : MalformedUpdate.Reason.NOT_JSON);
    }

    /** Normalises an update. Never throws. */
    ChannelEvent event(Update update) {
        if (update.getUpdateId() == null || update instanceof TelegramGetUpdates.Unreadable) {
            return ignored(IgnoredReason.MALFORMED);
        }
        try {
            return normalise(update);
        } catch (RuntimeException e) {
            // A missing part or an id outside its grammar. Not logged: messages of exceptions may quote the input.
            return ignored(IgnoredReason.MALFORMED);
        }
    }

    private ChannelEvent normalise(Update update) {
        EventKey key = new EventKey("u" + update.getUpdateId());
        if (update.getMessage() != null) {
            return message(key, update.getMessage(), false);
        }
        if (update.getEditedMessage() != null) {
            return message(key, update.getEditedMessage(), true);
        }
        if (update.getCallbackQuery() != null) {
            return tap(key, update.getCallbackQuery());
        }
        if (update.getMyChatMember() != null) {
            return membership(key, update.getMyChatMember());
        }
        if (update.getChannelPost() != null || update.getEditedChannelPost() != null) {
            return ignored(IgnoredReason.GROUP);
        }
        Update bare = new Update();
        bare.setUpdateId(update.getUpdateId());
        return ignored(update.equals(bare) ? IgnoredReason.UNKNOWN_KIND : IgnoredReason.NOT_NEEDED);
    }

    private ChannelEvent message(EventKey key, Message message, boolean edit) {
        if (!isPrivate(message.getChat())) {
            return ignored(IgnoredReason.GROUP);
        }
        if (isBot(message.getFrom())) {
            return ignored(IgnoredReason.FROM_BOT);
        }
        Content<UntrustedText> content = TelegramContent.of(message);
        if (content == null) {
            return ignored(IgnoredReason.NOT_NEEDED);
        }
        Integer at = edit && message.getEditDate() != null ? message.getEditDate() : message.getDate();
        InboundMessage inbound = new InboundMessage(
                key,
                conversation(message.getChat()),
                id(message.getMessageId()),
                Instant.ofEpochSecond(at),
                sender(message.getFrom()),
                content,
                TelegramContent.quoted(message));
        return edit ? new ChannelEvent.MessageEdited(inbound) : new ChannelEvent.MessageReceived(inbound);
    }

    private ChannelEvent tap(EventKey key, CallbackQuery tap) {
        MaybeInaccessibleMessage carrier = tap.getMessage();
        if (carrier == null || tap.getData() == null) {
            // Sent by way of an inline query, or the start of a game: this bot offers neither.
            return ignored(IgnoredReason.NOT_NEEDED);
        }
        if (!isPrivate(carrier.getChat())) {
            return ignored(IgnoredReason.GROUP);
        }
        if (isBot(tap.getFrom())) {
            return ignored(IgnoredReason.FROM_BOT);
        }
        // Telegram does not say when the tap was; the message's date is when the buttons were sent, 0 if long ago.
        return new ChannelEvent.MessageReceived(new InboundMessage(
                key,
                conversation(carrier.getChat()),
                id(carrier.getMessageId()),
                clock.instant(),
                sender(tap.getFrom()),
                TelegramContent.choice(tap, carrier),
                null));
    }

    private ChannelEvent membership(EventKey key, ChatMemberUpdated change) {
        Instant at = Instant.ofEpochSecond(change.getDate());
        ConversationKey conversation = conversation(change.getChat());
        String status = change.getNewChatMember().getStatus();
        boolean member = status.equals("member") || status.equals("administrator") || status.equals("restricted");
        if (isPrivate(change.getChat())) {
            return member || status.equals("kicked")
                    ? new ChannelEvent.ReachabilityChanged(key, conversation, member, at)
                    : ignored(IgnoredReason.NOT_NEEDED);
        }
        return member ? new ChannelEvent.AddedToGroup(key, conversation, at) : ignored(IgnoredReason.GROUP);
    }

    private ConversationKey conversation(Chat chat) {
        return new ConversationKey(TelegramChannelFactory.ID, account, new PlatformUserId(Long.toString(chat.getId())));
    }

    private static PlatformMessageId id(Integer messageId) {
        return new PlatformMessageId(Integer.toString(messageId));
    }

    private static Sender<UntrustedText> sender(@Nullable User user) {
        if (user == null) {
            return new Sender<>(null, null);
        }
        String last = user.getLastName();
        String name = last == null ? user.getFirstName() : user.getFirstName() + " " + last;
        String tag = user.getLanguageCode();
        Language hint = tag == null ? null : Language.fromTag(tag).orElse(null);
        return new Sender<>(UntrustedText.of(name), hint);
    }

    private static boolean isPrivate(Chat chat) {
        return "private".equals(chat.getType());
    }

    private static boolean isBot(@Nullable User user) {
        return user != null && Boolean.TRUE.equals(user.getIsBot());
    }

    private static ChannelEvent ignored(IgnoredReason reason) {
        return new ChannelEvent.Ignored(reason);
    }
}
