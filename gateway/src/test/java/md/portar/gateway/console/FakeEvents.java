package md.portar.gateway.console;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.handoff.DeskEvent;

/** The desk's events in memory, and who wants to hear of them. */
final class FakeEvents {
    private final List<DeskEvent> events = new ArrayList<>();
    private final List<Consumer<Long>> listeners = new CopyOnWriteArrayList<>();

    synchronized void add(ConversationNumber number, DeskEvent.Kind kind) {
        long event = events.size() + 1L;
        events.add(new DeskEvent(event, number, kind));
        listeners.forEach(listener -> listener.accept(event));
    }

    synchronized List<DeskEvent> after(long number, int limit) {
        return events.stream()
                .filter(event -> event.number() > number)
                .limit(limit)
                .toList();
    }

    synchronized long last() {
        return events.size();
    }

    AutoCloseable listen(Consumer<Long> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Does something without a call to the listeners. */
    void silently(Runnable work) {
        List<Consumer<Long>> before = List.copyOf(listeners);
        listeners.clear();
        work.run();
        listeners.addAll(before);
    }
}
