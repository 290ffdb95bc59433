package md.portar.core.store.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import md.portar.core.channel.DeliveryFailure;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.handoff.DeskMessage.Delivery;
import md.portar.core.message.MessageId;
import md.portar.core.message.PlatformMessageId;
import org.jspecify.annotations.Nullable;

/**
 * Receipts that came while their message was still being sent, so that nobody knew yet what they were for. Kept only while the
 * conversation has a send on its way: platforms also tell of messages that are not ours.
 */
final class EarlyReceipts {
    /** Platforms' ids have no such character: behind it is our own number of a message. */
    private static final String OURS = "#";

    private static final String FURTHER = """
            ON CONFLICT (conversation_id, reference) DO UPDATE
               SET delivery = excluded.delivery, failure = excluded.failure
             WHERE CASE excluded.delivery WHEN 'READ' THEN 5 WHEN 'DELIVERED' THEN 4 WHEN 'FAILED' THEN 3 ELSE 2 END
                 > CASE early_receipt.delivery WHEN 'READ' THEN 5 WHEN 'DELIVERED' THEN 4 WHEN 'FAILED' THEN 3
                                               ELSE 2 END
            """;

    private static final String KEEP = """
            INSERT INTO early_receipt (conversation_id, reference, delivery, failure, at)
            SELECT id, :platform, :delivery, :failure, last_activity_at FROM conversation
             WHERE id = :conversation
               AND EXISTS (SELECT 1 FROM outbox WHERE conversation_id = :conversation AND state = 'SENDING')
               AND NOT EXISTS (SELECT 1 FROM message WHERE conversation_id = :conversation AND platform_id = :platform)
            """ + FURTHER;

    private static final String KEEP_UP_TO = """
            INSERT INTO early_receipt (conversation_id, reference, delivery, at)
            SELECT o.conversation_id, '#' || m.id, :delivery, m.at
              FROM outbox o JOIN message m ON m.id = o.message_id
             WHERE o.conversation_id = :conversation AND o.state = 'SENDING' AND o.last_part = 1 AND m.at <= :upTo
            """ + FURTHER;

    private static final String TAKE = """
            DELETE FROM early_receipt WHERE conversation_id = :conversation AND reference IN (:platform, :ours)
            RETURNING delivery, failure
            """;

    private EarlyReceipts() {}

    /** How far a message got, and why not further. */
    record Receipt(Delivery delivery, @Nullable DeliveryFailure cause) {}

    static void keep(Handle handle, ConversationNumber conversation, PlatformMessageId id, Receipt receipt) {
        handle.createUpdate(KEEP)
                .bind("conversation", conversation.value())
                .bind("platform", id.value())
                .bind("delivery", receipt.delivery().name())
                .bind(
                        "failure",
                        receipt.cause() == null ? null : receipt.cause().name())
                .execute();
    }

    static void keepUpTo(Handle handle, ConversationNumber conversation, Instant upTo, Delivery delivery) {
        handle.createUpdate(KEEP_UP_TO)
                .bind("conversation", conversation.value())
                .bind("upTo", upTo.toEpochMilli())
                .bind("delivery", delivery.name())
                .execute();
    }

    /** What is known of a message that has just got its id. */
    static List<Receipt> take(
            Handle handle, ConversationNumber conversation, MessageId message, PlatformMessageId platformId) {
        return handle.createQuery(TAKE)
                .bind("conversation", conversation.value())
                .bind("platform", platformId.value())
                .bind("ours", OURS + message.value())
                .map(row -> receipt(row))
                .list();
    }

    private static Receipt receipt(Row row) throws SQLException {
        String failure = Columns.nullableText(row, "failure");
        return new Receipt(
                Delivery.valueOf(row.getString("delivery")), failure == null ? null : DeliveryFailure.valueOf(failure));
    }
}
