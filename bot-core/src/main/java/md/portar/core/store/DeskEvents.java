package md.portar.core.store;

import java.time.Instant;
import java.util.List;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.handoff.DeskEvent;

/** The numbered list of changes that consoles replay; written in the transaction of the change. */
public interface DeskEvents {
    void append(Tx tx, ConversationNumber conversation, DeskEvent.Kind kind, Instant now);

    /**
     * Gives what was committed since the last time its place in the list; until then nobody sees it. Several nodes commit in
     * another order than they append in, and a reader must not get ahead of one who is late. Returns how many are new.
     */
    int publish(Tx tx);

    List<DeskEvent> after(Tx tx, long number, int limit);

    long last(Tx tx);

    /** Forgets events older than the given time; the newest stays, so that numbers never start again. */
    int forget(Tx tx, Instant olderThan);
}
