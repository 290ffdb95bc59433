package md.portar.core.pipeline;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The lanes on which messages leave, one per account, so that a slow platform holds up nobody else. */
final class Deliveries implements AutoCloseable {
    private final Map<ChannelKey, AccountLane> lanes = new ConcurrentHashMap<>();

    void add(ChannelKey key, AccountLane lane) {
        lanes.put(key, lane);
        lane.start();
    }

    /** There is something new to send for an account. Never blocks. */
    void wake(ChannelKey key) {
        AccountLane lane = lanes.get(key);
        if (lane != null) {
            lane.wake();
        }
    }

    /** Stops claiming and lets sends in flight finish for a moment. */
    @Override
    public void close() {
        lanes.values().forEach(AccountLane::stop);
        lanes.values().forEach(AccountLane::close);
    }
}
