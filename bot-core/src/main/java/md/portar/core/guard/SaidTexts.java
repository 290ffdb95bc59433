package md.portar.core.guard;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Readings of what the bot said last, as it says the same texts again and again. The guard depends on nothing of ours, hence a
 * map of its own. In memory only. Thread-safe; a text may be read twice when two threads miss it at once.
 */
final class SaidTexts {
    private static final int MOST = 1_024;

    private final Map<String, OutgoingReading> readings = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, OutgoingReading> eldest) {
            return size() > MOST;
        }
    };

    OutgoingReading get(String text, Function<String, OutgoingReading> read) {
        synchronized (readings) {
            OutgoingReading known = readings.get(text);
            if (known != null) {
                return known;
            }
        }
        OutgoingReading reading = read.apply(text);
        synchronized (readings) {
            readings.put(text, reading);
        }
        return reading;
    }
}
