package md.portar.core.store;

import java.time.Instant;
import java.util.List;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.handoff.DeskEvent;

/** The numbered list of changes that consoles replay; written in the transaction of the change. */
public interface DeskEvents {
    void append(Tx tx, ConversationNumber conversation, DeskEvent.Kind kind, Instant now);

    List<DeskEvent> after(Tx tx, long number, int limit);

    long last(Tx tx);

    /** Forgets events older than the given time; the newest stays, so that numbers never start again. */
    int forget(Tx tx, Instant olderThan);
}
