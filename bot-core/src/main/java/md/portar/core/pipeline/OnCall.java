package md.portar.core.pipeline;

import java.time.Instant;
import java.util.Set;
import md.portar.core.conversation.SafetyConcern;
import md.portar.core.handoff.OnCallReceiver;
import md.portar.core.message.Language;

/**
 * Who is called when a player asks for protection, and when.
 *
 * @param receiver not closed by the engine
 * @param when any of these is enough
 * @param hours when people are planned to answer
 */
public record OnCall(OnCallReceiver receiver, Set<When> when, Hours hours) {
    public OnCall {
        when = Set.copyOf(when);
    }

    /** When those on call are told. */
    public enum When {
        /** Of every request. */
        ALWAYS,
        /** Of requests outside the hours of the player's language. */
        OUT_OF_HOURS,
        /** Of requests while no agent who speaks the player's language is connected. */
        UNATTENDED,
        /** Of everybody who may be in danger, at any hour. */
        DISTRESS
    }

    /** When people are planned to answer. */
    @FunctionalInterface
    public interface Hours {
        boolean isOpen(Language language, Instant at);
    }

    /** Whether those on call are to know. */
    boolean wants(SafetyConcern concern, Language language, boolean attended, Instant now) {
        return when.contains(When.ALWAYS)
                || when.contains(When.DISTRESS) && concern == SafetyConcern.DISTRESS
                || when.contains(When.OUT_OF_HOURS) && !hours.isOpen(language, now)
                || when.contains(When.UNATTENDED) && !attended;
    }
}
