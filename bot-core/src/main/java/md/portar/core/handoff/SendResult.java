package md.portar.core.handoff;

import java.util.Set;
import java.util.function.Function;
import md.portar.core.guard.SecretKind;

/** What became of an agent's words. In every refusal the draft stays with the agent. */
public sealed interface SendResult {
    /** Exactly one branch runs. */
    <R> R fold(Function<Accepted, R> accepted, Function<Refused, R> refused);

    /** Kept, and on its way (again the same answer for the same client message id). */
    record Accepted(long seq) implements SendResult {
        @Override
        public <R> R fold(Function<Accepted, R> accepted, Function<Refused, R> refused) {
            return accepted.apply(this);
        }
    }

    /** Nothing was kept or sent. */
    record Refused(Reason reason, Set<SecretKind> kinds) implements SendResult {
        public Refused {
            kinds = Set.copyOf(kinds);
        }

        @Override
        public <R> R fold(Function<Accepted, R> accepted, Function<Refused, R> refused) {
            return refused.apply(this);
        }
    }

    /** Why it was refused. */
    enum Reason {
        NOT_YOURS,
        WINDOW_CLOSED,
        CONTAINS_SECRET,
        ASKS_FOR_SECRET,
        EMPTY,
        TOO_LONG,
        /** The channel knows no templates, or none is configured for it. */
        NO_TEMPLATES,
        /** The player asked not to be written to, and has not written since for as long as an answer is allowed. */
        OPTED_OUT,
        /** There is no such template, or not in this language. */
        UNKNOWN_TEMPLATE,
        FIELD_EMPTY,
        FIELD_TOO_LONG,
        /** A field has line breaks, tabs or long rows of spaces, which the platform refuses. */
        FIELD_NOT_ONE_LINE
    }
}
