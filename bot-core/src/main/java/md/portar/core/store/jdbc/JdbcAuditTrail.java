package md.portar.core.store.jdbc;

import md.portar.core.conversation.ConversationState;
import md.portar.core.store.AuditTrail;
import md.portar.core.store.Tx;
import org.jspecify.annotations.Nullable;

/** The audit table; rows are only added here. */
final class JdbcAuditTrail implements AuditTrail {
    private static final String APPEND = """
            INSERT INTO audit (at, action, agent, conversation_id, state_before, state_after)
            VALUES (:at, :action, :agent, CAST(:conversation AS BIGINT), :before, :after)
            """;

    @Override
    public void append(Tx tx, Entry entry) {
        JdbcTx.handle(tx)
                .createUpdate(APPEND)
                .bind("at", entry.at().toEpochMilli())
                .bind("action", entry.action().name())
                .bind("agent", entry.agent() == null ? null : entry.agent().value())
                .bind(
                        "conversation",
                        entry.conversation() == null
                                ? null
                                : entry.conversation().value())
                .bind("before", name(entry.before()))
                .bind("after", name(entry.after()))
                .execute();
    }

    private static @Nullable String name(ConversationState.@Nullable Name state) {
        return state == null ? null : state.name();
    }
}
