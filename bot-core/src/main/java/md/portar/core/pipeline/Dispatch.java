package md.portar.core.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import md.portar.core.channel.ChannelCapabilities;
import md.portar.core.channel.DeliveryFailure;
import md.portar.core.channel.OutboundAction;
import md.portar.core.channel.OutboundAction.SendMessage;
import md.portar.core.channel.OutboundAction.SendTemplate;
import md.portar.core.channel.OutboundAction.Speaker;
import md.portar.core.conversation.ConversationState;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.store.Lease;
import md.portar.core.store.OutboxItem;
import md.portar.core.store.Store;
import md.portar.core.store.StoredConversation;
import md.portar.core.store.Tx;

/** Claims what is due for an account and decides, in the same transaction, what of it may still leave. */
final class Dispatch {
    private static final Duration RECENT = Duration.ofSeconds(10);

    private final Store store;
    private final Settlement settlement;
    private final ReplyWindow window;

    Dispatch(Store store, Settlement settlement, ReplyWindow window) {
        this.store = store;
        this.settlement = settlement;
        this.window = window;
    }

    /** Items to send now, most overdue first. The caller sends each once and settles it. */
    List<OutboxItem> claim(
            Tx tx, ChannelKey account, ChannelCapabilities capabilities, Lease lease, Instant now, int limit) {
        return ready(
                tx,
                store.outbox().claim(tx, account.channel(), account.account(), lease, now, limit),
                capabilities,
                now);
    }

    /** Items that were enqueued a moment ago, for their share of a lane that has fallen behind. */
    List<OutboxItem> claimRecent(
            Tx tx, ChannelKey account, ChannelCapabilities capabilities, Lease lease, Instant now, int limit) {
        return ready(
                tx,
                store.outbox()
                        .claimRecent(tx, account.channel(), account.account(), lease, now.minus(RECENT), now, limit),
                capabilities,
                now);
    }

    private List<OutboxItem> ready(Tx tx, List<OutboxItem> claimed, ChannelCapabilities capabilities, Instant now) {
        List<OutboxItem> ready = new ArrayList<>();
        Map<ConversationNumber, StoredConversation> conversations = store.conversations()
                .findAll(tx, claimed.stream().map(OutboxItem::conversation).toList());
        for (OutboxItem item : claimed) {
            StoredConversation conversation = Objects.requireNonNull(conversations.get(item.conversation()));
            Optional<Speaker> speaker = speaker(item.entry().action());
            if (speaker.isEmpty()) {
                ready.add(item);
            } else if (isOutdated(item, conversation, speaker.get())) {
                settlement.discard(tx, item, now);
            } else if (!conversation.reachable()) {
                settlement.undeliverable(tx, item, DeliveryFailure.RECIPIENT_BLOCKED, 0, now);
            } else if (isTooLate(item, conversation, capabilities, speaker.get(), now)) {
                settlement.undeliverable(tx, item, DeliveryFailure.WINDOW_CLOSED, 0, now);
            } else {
                ready.add(inTime(item, conversation, capabilities, now));
            }
        }
        return ready;
    }

    /** An agent's own words after the ordinary window leave under the channel's tag for them. */
    private OutboxItem inTime(
            OutboxItem item, StoredConversation conversation, ChannelCapabilities capabilities, Instant now) {
        if (item.entry().action() instanceof SendMessage message
                && message.speaker() == Speaker.AGENT
                && !window.isOpen(capabilities, conversation.heardAt(), Speaker.BOT, now)) {
            return item.with(
                    new SendMessage(message.to(), message.text(), message.choices(), Speaker.AGENT_AFTER_WINDOW));
        }
        return item;
    }

    private static Optional<Speaker> speaker(OutboundAction action) {
        if (action instanceof SendMessage message) {
            return Optional.of(message.speaker());
        }
        return action instanceof SendTemplate ? Optional.of(Speaker.AGENT) : Optional.empty();
    }

    /** An agent took over after the bot had made up its mind. */
    private static boolean isOutdated(OutboxItem item, StoredConversation conversation, Speaker speaker) {
        return speaker == Speaker.BOT
                && item.entry().epoch() < conversation.conversation().epoch()
                && conversation.conversation().state().name() == ConversationState.Name.ASSIGNED;
    }

    private boolean isTooLate(
            OutboxItem item,
            StoredConversation conversation,
            ChannelCapabilities capabilities,
            Speaker speaker,
            Instant now) {
        return item.entry().action() instanceof SendMessage
                && !window.isOpen(capabilities, conversation.heardAt(), speaker, now);
    }
}
