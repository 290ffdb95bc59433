package md.portar.core.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import md.portar.core.conversation.SafetyConcern;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.handoff.OnCallNotice;
import md.portar.core.handoff.OnCallReceiver;
import md.portar.core.message.Language;

/** What those on call have to be told. A notice is settled when the receiver took it or when it was given up. */
public interface OnCallNotices {
    /**
     * Keeps a notice about the conversation's open episode, due at once.
     *
     * @return false when the episode has one of this concern already, or none is open
     */
    boolean add(
            Tx tx, ConversationNumber conversation, SafetyConcern concern, Language language, UUID key, Instant now);

    /**
     * Takes the notice that has been due the longest. It is offered again when {@code hold} is over and nothing was said of it,
     * as after a crash; what is due later than any rule puts off was scheduled by a clock that went wrong, and is due now.
     */
    Optional<Taken> take(Tx tx, Instant now, Duration hold);

    /** The receiver has it. False when somebody else has taken the notice since. */
    boolean told(Tx tx, Taken taken, Instant now);

    /** Tries again then. False when somebody else has taken the notice since. */
    boolean later(Tx tx, Taken taken, OnCallReceiver.Attempt attempt, Instant at);

    /** It is tried no more. False when somebody else has taken the notice since. */
    boolean giveUp(Tx tx, Taken taken, OnCallReceiver.Attempt attempt, Instant now);

    /** What failed before and waits is due now: the receiver is back. */
    int hasten(Tx tx, Instant now);

    /** How it stands; what was given up before {@code since} is left out. */
    Standing standing(Tx tx, Instant since);

    /** Notices that wait or were given up, newest first. */
    List<Untold> untold(Tx tx, int limit);

    /** Forgets notices from before the time. */
    int forget(Tx tx, Instant before);

    /**
     * A notice in somebody's hands.
     *
     * @param attempts how often it was taken, this time included
     */
    record Taken(OnCallNotice notice, int attempts) {}

    /**
     * A notice that nobody was told.
     *
     * @param last what the last attempt came to; empty before the first result
     */
    record Untold(OnCallNotice notice, int attempts, boolean givenUp, Optional<OnCallReceiver.Attempt> last) {}

    /**
     * @param waiting notices that are not settled
     * @param oldest when the oldest of them was asked for
     * @param givenUp notices that were given up
     */
    record Standing(int waiting, Optional<Instant> oldest, int givenUp) {
        public static final Standing QUIET = new Standing(0, Optional.empty(), 0);
    }
}
