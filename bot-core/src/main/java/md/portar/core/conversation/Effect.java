package md.portar.core.conversation;

import java.time.Instant;
import java.util.List;
import md.portar.core.channel.Choice;
import md.portar.core.guard.Expectation;
import md.portar.core.guard.SafeText;
import md.portar.core.guard.ScreenedText;
import md.portar.core.message.Language;
import md.portar.core.message.PlatformMessageId;
import org.jspecify.annotations.Nullable;

/** What a turn does besides changing the conversation. The worker applies a turn's effects in one transaction. */
public sealed interface Effect {
    /** Exactly one branch runs; a new effect must be handled by every visitor. */
    <R> R accept(Visitor<R> visitor);

    /**
     * The bot says something. Longer texts are split by the worker.
     *
     * @param expects what kind of answer it asks for, for the guard
     * @param topic the FAQ topic it answers, for counting and the console
     */
    record Reply(
            SafeText text,
            List<Choice> choices,
            Expectation expects,
            @Nullable TopicId topic) implements Effect {
        public Reply {
            choices = List.copyOf(choices);
        }

        /** Plain words that ask for nothing. */
        public static Reply of(SafeText text, List<Choice> choices) {
            return new Reply(text, choices, Expectation.NONE, null);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.reply(this);
        }
    }

    /**
     * Removes a person's message at the platform and, once the result is known, says the one sentence or the other. Where
     * the channel cannot redact, {@code otherwise} is said at once.
     */
    record RedactAndTell(PlatformMessageId message, SafeText ifDeleted, SafeText otherwise, List<Choice> choices)
            implements Effect {
        public RedactAndTell {
            choices = List.copyOf(choices);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.redactAndTell(this);
        }
    }

    /** Removes a person's message at the platform, where that is possible, and says nothing of it. */
    record Redact(PlatformMessageId message) implements Effect {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.redact(this);
        }
    }

    /** Tells the platform that a tap was handled. */
    record Acknowledge(PlatformMessageId callback, @Nullable PlatformMessageId message) implements Effect {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.acknowledge(this);
        }
    }

    /** Opens a hand-off episode; the new state is in {@link Turn#after}. */
    record OpenTicket(
            HandoffReason reason,
            Priority priority,
            Language language,
            @Nullable TopicId topic) implements Effect {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.openTicket(this);
        }
    }

    /**
     * Lets those on call know of a request for protection, where the operator wants that. Told once for each concern of an
     * episode, which has to be open.
     */
    record NotifyOnCall(SafetyConcern concern, Language language) implements Effect {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.notifyOnCall(this);
        }
    }

    /** The player left the queue. */
    record CancelTicket() implements Effect {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.cancelTicket(this);
        }
    }

    /** Counts what became of an answer. */
    record CountAnswer(TopicId topic, Language language, Signal signal) implements Effect {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.countAnswer(this);
        }

        /** What happened to the answer. */
        public enum Signal {
            ANSWERED,
            SUGGESTED,
            HELPED,
            DID_NOT_HELP,
            /** A person was asked for soon after the answer. */
            ESCALATED
        }
    }

    /** Records a question that found no answer. */
    record CountMiss(ScreenedText question, Language language) implements Effect {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.countMiss(this);
        }
    }

    /** Records the player's rating of the last hand-off, 1 to 5. */
    record Rate(int stars) implements Effect {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.rate(this);
        }
    }

    /**
     * Remembers that the player wants to be told when a case changes.
     *
     * @param owner the account that he proved to be his
     * @param status what he has just been told
     */
    record WatchCase(CaseNumber number, AccountId owner, CaseStatus status) implements Effect {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.watchCase(this);
        }
    }

    /**
     * Tells agents, in the thread, that messages of a flood were kept and not answered. One line stands for a minute's flood;
     * its number grows.
     *
     * @param since when the minute began
     * @param messages how many so far
     */
    record MarkSkipped(Instant since, int messages) implements Effect {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.markSkipped(this);
        }
    }

    /** The player wants to hear nothing unasked any more. */
    record ForgetWatches() implements Effect {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.forgetWatches(this);
        }
    }

    /** One method per effect. */
    interface Visitor<R> {
        R reply(Reply effect);

        R redactAndTell(RedactAndTell effect);

        R redact(Redact effect);

        R acknowledge(Acknowledge effect);

        R openTicket(OpenTicket effect);

        R notifyOnCall(NotifyOnCall effect);

        R cancelTicket(CancelTicket effect);

        R countAnswer(CountAnswer effect);

        R countMiss(CountMiss effect);

        R rate(Rate effect);

        R watchCase(WatchCase effect);

        R markSkipped(MarkSkipped effect);

        R forgetWatches(ForgetWatches effect);
    }
}
