package md.portar.core.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import md.portar.core.conversation.AgentId;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.handoff.DeskCounts;
import md.portar.core.handoff.DeskMessage;
import md.portar.core.handoff.DeskRow;
import md.portar.core.handoff.DeskView;
import md.portar.core.message.Language;

/** What agents look at. */
public interface DeskViews {
    List<DeskRow> rows(Tx tx, DeskView view, AgentId me, Optional<ConversationNumber> after, int limit);

    Optional<DeskRow> row(Tx tx, ConversationNumber number);

    DeskCounts counts(Tx tx, AgentId me, Instant now);

    /** Messages before a place in the conversation, or the newest; oldest first. */
    List<DeskMessage> messages(Tx tx, ConversationNumber number, Optional<Long> beforeSeq, int limit);

    /** The first waiting conversations in one of the languages, in queue order. */
    List<ConversationNumber> queue(Tx tx, Set<Language> languages, int limit);
}
