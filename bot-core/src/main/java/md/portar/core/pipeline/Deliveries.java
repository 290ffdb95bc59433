package md.portar.core.pipeline;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The lanes on which messages leave, one per account, so that a slow platform holds up nobody else. */
final class Deliveries implements AutoCloseable {
    private final Map<ChannelKey, AccountLane> lanes = new ConcurrentHashMap<>();

    void add(ChannelKey key, AccountLane lane) {
        lanes.put(key, lane);
    }

    void start() {
        lanes.values().forEach(AccountLane::start);
    }

    /** There may be something new to send for any account. Never blocks. */
    void wakeAll() {
        lanes.values().forEach(AccountLane::wake);
    }

    /** So many nodes share the limits of all accounts. */
    void shareAmong(int nodes) {
        lanes.values().forEach(lane -> lane.limits().shareAmong(nodes));
    }

    /** An account must not be used for a while, whoever was told so. */
    void rest(ChannelKey key, Duration duration) {
        AccountLane lane = lanes.get(key);
        if (lane != null) {
            lane.rest(duration);
        }
    }

    void restAll(Duration duration) {
        lanes.values().forEach(lane -> lane.rest(duration));
    }

    void clockTurnedBack(Duration by) {
        lanes.values().forEach(lane -> lane.limits().turnedBack(by));
    }

    /** There is something new to send for an account. Never blocks. */
    void wake(ChannelKey key) {
        AccountLane lane = lanes.get(key);
        if (lane != null) {
            lane.wake();
        }
    }

    /** The platform told, outside a send, that it refuses an account. Never blocks. */
    void refused(ChannelKey key) {
        AccountLane lane = lanes.get(key);
        if (lane != null) {
            lane.refused();
        }
    }

    /** Accounts whose credentials or set-up the platform refuses. */
    Set<ChannelKey> stopped() {
        Set<ChannelKey> stopped = new LinkedHashSet<>();
        lanes.forEach((key, lane) -> {
            if (lane.isRefused()) {
                stopped.add(key);
            }
        });
        return stopped;
    }

    /** Stops claiming and lets sends in flight finish for a moment. */
    @Override
    public void close() {
        close(Duration.ofSeconds(10));
    }

    /** Waits at most so long, for all lanes together. */
    void close(Duration longest) {
        lanes.values().forEach(AccountLane::stop);
        long until = System.nanoTime() + longest.toNanos();
        lanes.values().forEach(lane -> lane.close(Duration.ofNanos(Math.max(1, until - System.nanoTime()))));
    }
}
