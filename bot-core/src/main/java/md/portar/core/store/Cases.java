package md.portar.core.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import md.portar.core.casestatus.CaseRecord;
import md.portar.core.conversation.CaseNumber;
import md.portar.core.message.ConversationKey;

/** The local table of cases, and failed look-ups. */
public interface Cases {
    Optional<CaseRecord> find(Tx tx, CaseNumber number);

    /** Writes a case unless what is known is newer; whether anything changed. */
    boolean upsert(Tx tx, CaseRecord record);

    void failed(Tx tx, ConversationKey person, CaseNumber number, Instant at);

    /** When this person failed since the given time, newest first. */
    List<Instant> failuresOf(Tx tx, ConversationKey person, Instant since);

    /** When anybody failed on this case since the given time, newest first. */
    List<Instant> failuresOn(Tx tx, CaseNumber number, Instant since);

    int forgetFailures(Tx tx, Instant olderThan);
}
