package md.portar.core.guard;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What the guard remembers of a conversation: topics and expectations, and digit fragments of a card being typed in parts.
 * Immutable, held in memory only, forgotten after about ten minutes or six turns. Prints nothing of its content.
 */
public final class ConversationContext {
    static final Duration LIFE = Duration.ofMinutes(10);
    static final int TURNS = 6;

    private static final ConversationContext EMPTY =
            new ConversationContext(Set.of(), Strength.NONE, 0, Expectation.NONE, List.of(), Set.of(), Instant.MIN);

    /** How near a value of the topic is expected. */
    enum Strength {
        NONE,
        /** Somebody spoke about it. */
        MENTIONED,
        /** Bot or agent asked for it, or asked not to send it. */
        RAISED,
        /** The player began to tell it. */
        ANNOUNCED;

        /** Its place in the list; the trained second opinion depends on the order. */
        @SuppressWarnings("EnumOrdinal")
        int place() {
            return ordinal();
        }
    }

    /**
     * What one turn brought that may be a part of a secret.
     *
     * @param turn the turn
     * @param digits its digits; empty when it was one word, which is not kept
     * @param age how many of the player's turns have passed since
     */
    record Fragment(TurnId turn, String digits, int age) {
        Fragment older() {
            return new Fragment(turn, digits, age + 1);
        }

        @Override
        public String toString() {
            return "Fragment[" + digits.length() + " digits]";
        }
    }

    final Set<SecretKind> topics;
    final Strength strength;
    final int turnsLeft;
    final Expectation expectation;
    final List<Fragment> fragments;
    /** Numbers that bot or agent have written. */
    final Set<String> known;

    final Instant at;

    ConversationContext(
            Set<SecretKind> topics,
            Strength strength,
            int turnsLeft,
            Expectation expectation,
            List<Fragment> fragments,
            Set<String> known,
            Instant at) {
        this.topics = topics.isEmpty() ? Set.of() : EnumSet.copyOf(topics);
        this.strength = strength;
        this.turnsLeft = turnsLeft;
        this.expectation = expectation;
        this.fragments = List.copyOf(fragments);
        this.known = Set.copyOf(known);
        this.at = at;
    }

    /** Nothing is known: a new conversation, or one that moved here. */
    public static ConversationContext empty() {
        return EMPTY;
    }

    /** The context once the bot or an agent has said something, and what kind of answer that asks for. */
    public ConversationContext afterOutgoing(SafeText text, Expectation expectation, Instant at) {
        return ContextTracker.standard().afterOutgoing(this, text.value(), expectation, at);
    }

    /** This context as it is at a moment: empty when it has become too old. */
    ConversationContext asOf(Instant now) {
        boolean old = !at.equals(Instant.MIN) && Duration.between(at, now).compareTo(LIFE) > 0;
        return old ? EMPTY : this;
    }

    boolean expects(SecretKind kind) {
        return turnsLeft > 0 && topics.contains(kind);
    }

    @Override
    public String toString() {
        return "ConversationContext[…]";
    }
}
