package md.portar.core.store.jdbc;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import md.portar.core.conversation.ConversationMemory;
import md.portar.core.conversation.ConversationMemory.Fact;

/** Keeps a conversation's memory as lines {@code FACT=value}; values cannot hold a line break. */
final class MemoryCodec {
    private MemoryCodec() {}

    static String write(ConversationMemory memory) {
        StringBuilder lines = new StringBuilder();
        new TreeMap<>(memory.facts())
                .forEach((fact, value) ->
                        lines.append(fact.name()).append('=').append(value).append('\n'));
        return lines.toString();
    }

    /** Facts that this version does not know are left out. */
    static ConversationMemory read(String stored) {
        if (stored.isEmpty()) {
            return ConversationMemory.EMPTY;
        }
        Map<Fact, String> facts = new EnumMap<>(Fact.class);
        stored.lines().forEach(line -> {
            int equals = line.indexOf('=');
            for (Fact fact : Fact.values()) {
                if (equals > 0 && fact.name().contentEquals(line.subSequence(0, equals))) {
                    facts.put(fact, line.substring(equals + 1));
                }
            }
        });
        return new ConversationMemory(facts);
    }
}
