package md.portar.core.store.jdbc;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import md.portar.core.conversation.ConversationMemory;
import md.portar.core.conversation.ConversationMemory.Fact;

/** Keeps a conversation's memory as lines {@code FACT=value}; values cannot hold a line break. */
final class MemoryCodec {
    private static final Map<String, Fact> FACTS =
            Arrays.stream(Fact.values()).collect(Collectors.toUnmodifiableMap(Fact::name, Function.identity()));

    private MemoryCodec() {}

    static String write(ConversationMemory memory) {
        StringBuilder lines = new StringBuilder();
        memory.facts()
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
            Fact fact = equals > 0 ? FACTS.get(line.substring(0, equals)) : null;
            if (fact != null) {
                facts.put(fact, line.substring(equals + 1));
            }
        });
        return ConversationMemory.of(facts);
    }
}
