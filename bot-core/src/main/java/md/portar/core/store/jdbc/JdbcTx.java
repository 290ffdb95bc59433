package md.portar.core.store.jdbc;

import java.util.ArrayList;
import java.util.List;
import md.portar.core.store.Tx;

/** A unit's share of the writer's transaction. */
final class JdbcTx implements Tx {
    private final Handle handle;
    private final boolean reading;
    private final List<Runnable> actions = new ArrayList<>();
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

    List<Runnable> actions() {
        return actions;
    }

    boolean wantsScrub() {
        return scrub;
    }
}
