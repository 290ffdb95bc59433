package md.portar.core.pipeline;

import java.time.Clock;
import java.util.Map;
import md.portar.core.casestatus.CaseDirectory;
import md.portar.core.casestatus.CaseImport;
import md.portar.core.casestatus.LookupAttempts;
import md.portar.core.channel.Channel;
import md.portar.core.conversation.Responder;
import md.portar.core.guard.SecretGuard;
import md.portar.core.handoff.AgentDirectory;
import md.portar.core.handoff.HandoffDesk;
import md.portar.core.handoff.QueueOutlook;
import md.portar.core.store.Store;
import md.portar.core.telemetry.GatewayMetrics;

/**
 * The path from webhook events to delivered answers, and the desk beside it, on one store. Opened without channels its ports
 * already work, which is what commands need and what a responder is built from; {@link #start} then sets the workers going.
 *
 * <pre>{@code
 * Store store = JdbcStore.open(StoreSettings.of(url), guard);
 * Engine engine = Engine.open(new Engine.Parts(store, guard, texts, clock, metrics, EngineSettings.defaults()));
 * Responder responder = …engine.cases(), engine.lookupAttempts(), engine.queueOutlook()…;
 * engine.start(channels, responder);
 * engine.intake().accept(channel, account, events);
 * engine.close(); // then the channels, then the store
 * }</pre>
 */
public final class Engine implements AutoCloseable {
    private final Parts parts;

    private Engine(Parts parts) {
        this.parts = parts;
    }

    /** Builds the ports; starts nothing. */
    public static Engine open(Parts parts) {
        return new Engine(parts);
    }

    /**
     * Picks up what was left open and starts working and delivering. Until then {@link #intake} already takes messages in.
     *
     * @param channels every account in use; not closed by the engine
     */
    public void start(Map<ChannelKey, Channel> channels, Responder responder) {
        parts(() -> new UnsupportedOperationException(channels.size() + " " + responder));
    }

    public Intake intake() {
        return parts(UnsupportedOperationException::new);
    }

    public HandoffDesk desk() {
        return parts(UnsupportedOperationException::new);
    }

    public AgentDirectory agents() {
        return parts(UnsupportedOperationException::new);
    }

    public QueueOutlook queueOutlook() {
        return parts(UnsupportedOperationException::new);
    }

    /** The local table of cases. */
    public CaseDirectory cases() {
        return parts(UnsupportedOperationException::new);
    }

    public CaseImport caseImport() {
        return parts(UnsupportedOperationException::new);
    }

    public LookupAttempts lookupAttempts() {
        return parts(UnsupportedOperationException::new);
    }

    /** Whether the store takes work; for the readiness check. */
    public boolean healthy() {
        return parts.store().healthy();
    }

    /** Lets sends in flight finish for a moment, then stops. Idempotent; leaves channels and store open. */
    @Override
    public void close() {}

    @SuppressWarnings("TypeParameterUnusedInFormals")
    private <T> T parts(java.util.function.Supplier<UnsupportedOperationException> missing) {
        if (parts.settings().workers() > 0) {
            throw missing.get();
        }
        throw new IllegalStateException();
    }

    /** What the engine is built from. */
    public record Parts(
            Store store,
            SecretGuard guard,
            SystemTexts texts,
            Clock clock,
            GatewayMetrics metrics,
            EngineSettings settings) {}
}
