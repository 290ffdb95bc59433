package md.portar.core.cache;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the values that were used last, up to a number of them; the one that nobody asked for the longest goes first. In memory
 * only. Thread-safe; a value may be computed twice when two threads miss it at once.
 */
public final class BoundedCache<K, V> {
    private final Map<K, V> values;

    /** @param most how many values are kept, from 1 */
    public BoundedCache(int most) {
        this.values = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    /** The value kept under a key; null when there is none. */
    public @Nullable V get(K key) {
        synchronized (values) {
            return values.get(key);
        }
    }

    /** The value kept under a key, else the computed one, which is kept then. */
    public V get(K key, Function<? super K, ? extends V> compute) {
        V known = get(key);
        if (known != null) {
            return known;
        }
        V computed = compute.apply(key);
        put(key, computed);
        return computed;
    }

    public void put(K key, V value) {
        synchronized (values) {
            values.put(key, value);
        }
    }

    @Override
    public String toString() {
        return "BoundedCache[…]";
    }
}
