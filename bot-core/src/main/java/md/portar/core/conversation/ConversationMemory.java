package md.portar.core.conversation;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What the bot remembers of a conversation between turns, as small typed facts: the chosen language, a running dialogue, the
 * last menu, counters. Values have a grammar that admits ids, enum names, numbers and instants, not a person's words, so it
 * can be stored as it is. Immutable.
 */
public record ConversationMemory(Map<Fact, String> facts) {
    private static final Pattern GRAMMAR = Pattern.compile("[A-Za-z0-9._:,;|=+/-]{1,2000}");

    public static final ConversationMemory EMPTY = new ConversationMemory(Map.of());

    public ConversationMemory {
        facts.values().forEach(value -> {
            if (!GRAMMAR.matcher(value).matches()) {
                throw new IllegalArgumentException("a remembered fact is an id, a number or a time");
            }
        });
        facts = Map.copyOf(facts);
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

    public Optional<String> get(Fact fact) {
        return Optional.ofNullable(facts.get(fact));
    }

    public ConversationMemory with(Fact fact, String value) {
        Map<Fact, String> changed = new TreeMap<>(facts);
        changed.put(fact, value);
        return new ConversationMemory(changed);
    }

    public ConversationMemory without(Fact fact) {
        Map<Fact, String> changed = new TreeMap<>(facts);
        changed.remove(fact);
        return new ConversationMemory(changed);
    }
}
