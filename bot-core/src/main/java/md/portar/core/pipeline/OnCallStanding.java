package md.portar.core.pipeline;

import java.util.Optional;
import md.portar.core.handoff.OnCallReceiver;
import md.portar.core.store.OnCallNotices;

/**
 * How it stands with what those on call have to be told, as of a moment ago.
 *
 * @param problem what this node's last attempt came to; empty when it succeeded or nothing waits
 */
public record OnCallStanding(OnCallNotices.Standing counts, Optional<OnCallReceiver.Attempt> problem) {
    /** Nothing waits, nothing was given up. */
    public static final OnCallStanding QUIET = new OnCallStanding(OnCallNotices.Standing.QUIET, Optional.empty());
}
