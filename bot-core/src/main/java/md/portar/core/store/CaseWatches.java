package md.portar.core.store;

import java.time.Instant;
import java.util.List;
import md.portar.core.conversation.AccountId;
import md.portar.core.conversation.CaseNumber;
import md.portar.core.conversation.CaseStatus;
import md.portar.core.handoff.ConversationNumber;

/** Who asked to be told when a case changes. */
public interface CaseWatches {
    /** Remembers the wish; asked again it starts anew from the given status. */
    void watch(Tx tx, ConversationNumber conversation, Watch watch, Instant now);

    /** Everybody who watches a case. */
    List<Watcher> watchers(Tx tx, CaseNumber number);

    /**
     * Notes what a watcher is told now.
     *
     * @return false when somebody else has told him already; then nothing was changed
     */
    boolean told(Tx tx, CaseNumber number, Watcher watcher, CaseStatus status);

    void forget(Tx tx, CaseNumber number, ConversationNumber conversation);

    /** Forgets everything that a conversation watches. */
    int forgetAll(Tx tx, ConversationNumber conversation);

    /** Numbers that are watched, in order after the given one; for asking a source that does not push. */
    List<CaseNumber> watched(Tx tx, String after, int limit);

    int forgetOlder(Tx tx, Instant than);

    /** @param told the status known when it was asked */
    record Watch(CaseNumber number, AccountId owner, CaseStatus told) {}

    /** @param owner the account that proved itself when the wish was made */
    record Watcher(ConversationNumber conversation, AccountId owner, CaseStatus told) {}
}
