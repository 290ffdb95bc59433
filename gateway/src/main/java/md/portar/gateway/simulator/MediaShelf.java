package md.portar.gateway.simulator;

import io.vertx.core.buffer.Buffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Files players and the bot sent, by an id nobody can guess. Keeps the last hundred. Thread-safe. */
final class MediaShelf {
    private static final int KEPT = 100;
    private final Map<String, Item> items = new LinkedHashMap<>();

    /** A file. */
    record Item(String id, String name, String type, Buffer content) {
        String extension() {
            int dot = name.lastIndexOf('.');
            return dot < 0 ? "" : name.substring(dot);
        }
    }

    synchronized Item put(String name, String type, Buffer content) {
        Item item = new Item(UUID.randomUUID().toString().replace("-", ""), name, type, content);
        items.put(item.id(), item);
        if (items.size() > KEPT) {
            items.remove(items.keySet().iterator().next());
        }
        return item;
    }

    synchronized Optional<Item> find(String id) {
        return Optional.ofNullable(items.get(id));
    }

    synchronized boolean remove(String id) {
        return items.remove(id) != null;
    }
}
