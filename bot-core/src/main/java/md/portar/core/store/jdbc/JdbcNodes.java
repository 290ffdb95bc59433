package md.portar.core.store.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import md.portar.core.message.ChannelAccount;
import md.portar.core.message.ChannelId;
import md.portar.core.store.NodeId;
import md.portar.core.store.Nodes;
import md.portar.core.store.Tx;

/** Nodes in their table. */
final class JdbcNodes implements Nodes {
    private static final String MOVE_TIME = """
            UPDATE lease_time SET at = CASE WHEN at < :local THEN :local ELSE at END WHERE id = 1 RETURNING at
            """;

    private static final String END_DEAD = """
            DELETE FROM node WHERE lease_until <= :time AND id <> :me RETURNING id
            """;

    private static final String SIGN = """
            INSERT INTO node (id, lease_until) VALUES (:me, :until)
            ON CONFLICT (id) DO UPDATE SET lease_until = excluded.lease_until
            """;

    private static final String KNOWN = """
            SELECT COUNT(*) FROM node WHERE id = :me
            """;

    private static final String ALIVE = """
            SELECT COUNT(*) FROM node
            """;

    private static final String LEAVE = """
            DELETE FROM node WHERE id = :me
            """;

    private static final String FREE_CONVERSATIONS = """
            UPDATE conversation SET lease_owner = NULL, lease_until = NULL WHERE lease_owner = :node
            """;

    /** What it was sending may have been sent: that is for whoever finds it to settle. */
    private static final String FREE_SENDS = """
            UPDATE outbox SET lease_until = 0 WHERE state = 'SENDING' AND owner = :node
            """;

    private static final String REST = """
            INSERT INTO account_rest (channel, account, until_lease) VALUES (:channel, :account, :until)
            ON CONFLICT (channel, account) DO UPDATE SET until_lease = excluded.until_lease
             WHERE excluded.until_lease > account_rest.until_lease
            """;

    private static final String FORGET_RESTS = """
            DELETE FROM account_rest WHERE until_lease <= :time
            """;

    private static final String RESTS = """
            SELECT channel, account, until_lease FROM account_rest WHERE until_lease > :time
            """;

    @Override
    public Beat beat(Tx tx, NodeId me, Instant local, Duration lease) {
        Handle handle = JdbcTx.handle(tx);
        long time = handle.createQuery(MOVE_TIME)
                .bind("local", local.toEpochMilli())
                .mapTo(Long.class)
                .one();
        List<String> dead = handle.createQuery(END_DEAD)
                .bind("time", time)
                .bind("me", me.value())
                .mapTo(String.class)
                .list();
        dead.forEach(node -> free(handle, node));
        boolean known = count(handle, KNOWN, me) > 0;
        handle.createUpdate(SIGN)
                .bind("me", me.value())
                .bind("until", time + lease.toMillis())
                .execute();
        handle.createUpdate(FORGET_RESTS).bind("time", time).execute();
        int alive = handle.createQuery(ALIVE).mapTo(Integer.class).one();
        return new Beat(Instant.ofEpochMilli(time), alive, dead.size(), known);
    }

    private static int count(Handle handle, String query, NodeId me) {
        return handle.createQuery(query)
                .bind("me", me.value())
                .mapTo(Integer.class)
                .one();
    }

    private static void free(Handle handle, String node) {
        handle.createUpdate(FREE_CONVERSATIONS).bind("node", node).execute();
        handle.createUpdate(FREE_SENDS).bind("node", node).execute();
    }

    @Override
    public void leave(Tx tx, NodeId me) {
        Handle handle = JdbcTx.handle(tx);
        handle.createUpdate(LEAVE).bind("me", me.value()).execute();
        free(handle, me.value());
    }

    @Override
    public void rest(Tx tx, ChannelId channel, ChannelAccount account, Instant until) {
        JdbcTx.handle(tx)
                .createUpdate(REST)
                .bind("channel", channel.value())
                .bind("account", account.value())
                .bind("until", until.toEpochMilli())
                .execute();
    }

    @Override
    public List<Rest> rests(Tx tx, Instant at) {
        return JdbcTx.handle(tx)
                .createQuery(RESTS)
                .bind("time", at.toEpochMilli())
                .map(row -> new Rest(
                        new ChannelId(row.getString("channel")),
                        new ChannelAccount(row.getString("account")),
                        Columns.instant(row, "until_lease")))
                .list();
    }
}
