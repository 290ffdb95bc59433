package md.portar.core.pipeline;

import java.time.Instant;
import md.portar.core.channel.DeliveryFailure;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.handoff.DeskEvent;
import md.portar.core.message.MessageId;
import md.portar.core.store.Store;
import md.portar.core.store.Tx;

/** A person of whom the platform says that he cannot be written to. */
final class OutOfReach {
    private final Store store;
    private final DeskJournal journal;

    OutOfReach(Store store, DeskJournal journal) {
        this.store = store;
        this.journal = journal;
    }

    /** Nothing more can be said to this person until he writes again. */
    void reported(Tx tx, ConversationNumber conversation, Instant now) {
        store.conversations().setReachable(tx, conversation, false);
        for (MessageId message : store.outbox().abandon(tx, conversation, DeliveryFailure.RECIPIENT_BLOCKED, now)) {
            if (store.messages().markFailed(tx, message, DeliveryFailure.RECIPIENT_BLOCKED)) {
                journal.changed(tx, conversation, DeskEvent.Kind.MESSAGE_CHANGED);
            }
        }
        journal.changed(tx, conversation, DeskEvent.Kind.CONVERSATION);
    }
}
