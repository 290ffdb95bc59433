package md.portar.core.conversation;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the bot remembers of a conversation between turns, as small typed facts: the chosen language, a running dialogue, the
 * last menu, counters. Values have a grammar that admits ids, enum names, numbers and instants, not a person's words, so it
 * can be stored as it is. Immutable.
 */
public final class ConversationMemory {
    public static final ConversationMemory EMPTY = new ConversationMemory(new EnumMap<>(Fact.class));

    private static final int LONGEST = 2_000;
    private static final String SIGNS = "._:,;|=+/-";

    private final EnumMap<Fact, String> facts;

    private ConversationMemory(EnumMap<Fact, String> facts) {
        this.facts = facts;
    }

    /**
     * A memory of these facts.
     *
     * @throws IllegalArgumentException when a value is outside the grammar
     */
    public static ConversationMemory of(Map<Fact, String> facts) {
        if (facts.isEmpty()) {
            return EMPTY;
        }
        facts.values().forEach(ConversationMemory::check);
        return new ConversationMemory(new EnumMap<>(facts));
    }

    private static void check(String value) {
        boolean fits = !value.isEmpty() && value.length() <= LONGEST;
        for (int i = 0; fits && i < value.length(); i++) {
            char c = value.charAt(i);
            fits = c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || SIGNS.indexOf(c) >= 0;
        }
        if (!fits) {
            throw new IllegalArgumentException("a remembered fact is an id, a number or a time");
        }
    }

    /** What can be remembered. The name is what the store keeps: never rename, only add. */
    public enum Fact {
        LANGUAGE,
        LANGUAGE_SOURCE,
        OTHER_LANGUAGE_STREAK,
        GREETED_AT,
        LAST_INBOUND_AT,
        FLOW,
        FLOW_SINCE,
        PENDING_CASE,
        PENDING_ACCOUNT,
        VERIFIED_ACCOUNT,
        VERIFIED_UNTIL,
        LAST_MENU,
        LAST_MENU_AT,
        MISSES,
        NOT_HELPED,
        LAST_TOPIC,
        LAST_TOPIC_AT,
        SECRET_NOTICE_AT,
        SAFETY_UNTIL,
        SILENT_UNTIL,
        UNREACHABLE,
        RATING_ASKED_AT,
        FLOOD,
        CLOSED_AT,
        RATED_AT,
        COMPLAINED_AT,
        THANKED_AT,
        LAST_TEXT,
        MEDIA_WARNED_AT,
        OPTED_OUT_AT,
        ALBUM,
        QUEUE_TOLD
    }

    /** The facts in the order of {@link Fact}. */
    public Map<Fact, String> facts() {
        return Collections.unmodifiableMap(facts);
    }

    public Optional<String> get(Fact fact) {
        return Optional.ofNullable(facts.get(fact));
    }

    /** @throws IllegalArgumentException when the value is outside the grammar */
    public ConversationMemory with(Fact fact, String value) {
        check(value);
        EnumMap<Fact, String> changed = new EnumMap<>(facts);
        changed.put(fact, value);
        return new ConversationMemory(changed);
    }

    public ConversationMemory without(Fact fact) {
        if (!facts.containsKey(fact)) {
            return this;
        }
        EnumMap<Fact, String> changed = new EnumMap<>(facts);
        changed.remove(fact);
        return new ConversationMemory(changed);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ConversationMemory memory && facts.equals(memory.facts);
    }

    @Override
    public int hashCode() {
        return facts.hashCode();
    }

    @Override
    public String toString() {
        return "ConversationMemory" + facts;
    }
}
