package md.portar.core.store.jdbc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import md.portar.core.store.Tx;

/** A unit's share of the writer's transaction. */
final class JdbcTx implements Tx {
    private final Handle handle;
    private final boolean reading;
    private final List<Runnable> actions = new ArrayList<>();
    private final Map<DeskChange, Instant> changes = new LinkedHashMap<>();
    private boolean scrub;

    JdbcTx(Handle handle, boolean reading) {
        this.handle = handle;
        this.reading = reading;
    }

    static Handle handle(Tx tx) {
        return ((JdbcTx) tx).handle;
    }

    /** Asks that deleted words also leave the files beside the database, soon after the commit. */
    static void scrubAfterCommit(Tx tx) {
        ((JdbcTx) tx).scrub = true;
    }

    @Override
    public void afterCommit(Runnable action) {
        if (reading) {
            throw new IllegalStateException("nothing is committed after looking");
        }
        actions.add(action);
    }

    /** Written with those of the whole group, in one statement before the commit. */
    static void noteChange(Tx tx, DeskChange change, Instant at) {
        ((JdbcTx) tx).changes.put(change, at);
    }

    Map<DeskChange, Instant> changes() {
        return changes;
    }

    List<Runnable> actions() {
        return actions;
    }

    boolean wantsScrub() {
        return scrub;
    }
}
