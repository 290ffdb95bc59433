package md.portar.core.pipeline;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import md.portar.core.casestatus.CaseDirectory;
import md.portar.core.casestatus.CaseImport;
import md.portar.core.casestatus.CaseWatching;
import md.portar.core.casestatus.LookupAttempts;
import md.portar.core.channel.Channel;
import md.portar.core.conversation.Responder;
import md.portar.core.guard.SecretGuard;
import md.portar.core.handoff.AgentDirectory;
import md.portar.core.handoff.HandoffDesk;
import md.portar.core.handoff.QueueOutlook;
import md.portar.core.handoff.Unanswered;
import md.portar.core.handoff.Undelivered;
import md.portar.core.store.Hints;
import md.portar.core.store.NodeId;
import md.portar.core.store.Store;
import md.portar.core.telemetry.GatewayMetrics;
import org.jspecify.annotations.Nullable;

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
    private final LeaseClock leases;
    private final NodePresence presence;
    private final Channels channels = new Channels();
    private final Deliveries deliveries = new Deliveries();
    private final DeskJournal journal;
    private final Outgoing outgoing;
    private final ReplyWindow window;
    private final Settlement settlement;
    private final Backoff backoff;
    private final Upkeep upkeep;
    private final Intake intake;
    private final HandoffDesk desk;
    private final Undelivered undelivered;
    private final AgentDirectory agents;
    private final QueueOutlook outlook;
    private final StoredCaseWatching watching;
    private final WaitNotices waits;
    private final LocalCases cases;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile @Nullable ConversationWorkers workers;
    private volatile @Nullable OnCallCalls onCall;
    private volatile @Nullable AutoCloseable hearing;

    private Engine(Parts parts) {
        this.parts = parts;
        Store store = parts.store();
        Duration claims = parts.settings().lease();
        NodeId node = new NodeId(UUID.randomUUID().toString());
        this.leases = store.singleNode()
                ? LeaseClock.alone(node, System::nanoTime)
                : LeaseClock.among(
                        node, System::nanoTime, NodePresence.sign(claims).multipliedBy(2));
        this.presence = new NodePresence(store, leases, claims, deliveries);
        Clock clock = parts.clock();
        Contexts contexts = new Contexts(parts.guard(), clock);
        this.window = new ReplyWindow(parts.settings().windowMargin());
        this.journal = new DeskJournal(store, clock);
        this.outgoing = new Outgoing(store, channels, new Rendering(parts.guard()), contexts, journal, deliveries);
        RandomGenerator jitter = () -> ThreadLocalRandom.current().nextLong();
        EngineSettings.Retry retry = parts.settings().retry();
        this.backoff = new Backoff(retry, jitter);
        OutOfReach outOfReach = new OutOfReach(store, journal);
        LateFailures failures = new LateFailures(store, outgoing, outOfReach, deliveries, journal, parts.metrics());
        this.settlement = new Settlement(store, outgoing, channels, journal, backoff, failures, parts.metrics());
        this.upkeep = new Upkeep(
                new Upkeep.Parts(store, settlement, deliveries, contexts, leases, clock, parts.metrics()),
                claims,
                parts.settings().retention());
        MessageScreening screening = new MessageScreening(parts.guard(), contexts);
        Arrivals arrivals =
                new Arrivals(store, screening, journal, outgoing, failures, this::wakeWorkers, parts.metrics(), clock);
        this.intake = new ScreeningIntake(store, arrivals, parts.metrics());
        DeskTransitions transitions = new DeskTransitions(store, outgoing, journal, parts.texts());
        this.desk = new StoredDesk(
                store,
                parts.guard(),
                transitions,
                outgoing,
                journal,
                new StoredDesk.Surroundings(channels, window, parts.metrics(), clock));
        this.undelivered = new StoredUndelivered(store, channels, window, deliveries, journal, clock);
        this.agents = new StoredAgents(store, new Credentials(), clock);
        this.outlook = new LiveQueueOutlook(store, clock);
        this.watching = new StoredCaseWatching(store, outgoing, channels, window, parts.texts(), clock);
        this.waits = waitNotices(outlook);
        this.cases = new LocalCases(store, watching, clock, parts.settings().manners());
    }

    /** Builds the ports; starts no work. */
    public static Engine open(Parts parts) {
        return new Engine(parts);
    }

    /**
     * Picks up what was left open and starts working and delivering. Until then {@link #intake} already takes messages in.
     *
     * @param byAccount every account in use; not closed by the engine
     */
    public void start(Map<ChannelKey, Channel> byAccount, Responder responder) {
        channels.use(byAccount);
        upkeep.recover();
        Dispatch dispatch = new Dispatch(parts.store(), settlement, window);
        AccountLane.Parts shared = new AccountLane.Parts(
                parts.store(), dispatch, settlement, backoff, leases, presence, parts.clock(), parts.metrics());
        byAccount.forEach((key, channel) -> {
            int perSecond = channel.adapter().capabilities().perSecond();
            LaneLimits limits = new LaneLimits(perSecond, parts.settings(), parts.clock());
            deliveries.add(key, new AccountLane(key, channel, shared, limits));
        });
        presence.join();
        OnCallCalls calls = onCall;
        TurnWriter writer =
                new TurnWriter(parts.store(), outgoing, channels, journal, parts.texts(), parts.metrics(), calls);
        TurnTaker turns = new TurnTaker(
                new TurnTaker.Parts(
                        parts.store(),
                        channels,
                        outgoing,
                        writer,
                        journal,
                        parts.texts(),
                        new TurnTaker.Context(parts.clock(), parts.metrics(), parts.settings())),
                responder);
        ConversationWorkers started =
                new ConversationWorkers(parts.store(), turns, parts.settings(), leases, parts.clock(), parts.metrics());
        workers = started;
        deliveries.start();
        started.start();
        upkeep.start();
        waits.start();
        if (calls != null) {
            calls.start();
        }
        presence.start();
        hearing = parts.store().hints().listen(this::hear);
    }

    /** Has those on call told of requests for protection. Before {@link #start}; without it nobody is. */
    public void callOut(OnCall whom) {
        onCall = new OnCallCalls(whom, parts, () -> ThreadLocalRandom.current().nextLong());
    }

    /** How it stands with what those on call have to be told. */
    public OnCallStanding onCallStanding() {
        OnCallCalls calls = onCall;
        return calls == null ? OnCallStanding.QUIET : calls.standing();
    }

    private void hearNothing() {
        AutoCloseable open = hearing;
        if (open != null) {
            try {
                open.close();
            } catch (Exception e) {
                throw new IllegalStateException("listening does not end", e);
            }
        }
    }

    /** What other nodes have news of, this one looks after at once. */
    private void hear(Hints.Topic topic) {
        switch (topic) {
            case WORK -> wakeLocalWorkers();
            case OUTBOX -> deliveries.wakeAll();
            case DESK -> journal.hear();
            case NODES -> presence.hear();
        }
    }

    private void wakeWorkers() {
        wakeLocalWorkers();
        parts.store().hints().tell(Hints.Topic.WORK);
    }

    private void wakeLocalWorkers() {
        ConversationWorkers running = workers;
        if (running != null) {
            running.wake();
        }
    }

    public Intake intake() {
        return intake;
    }

    public HandoffDesk desk() {
        return desk;
    }

    public AgentDirectory agents() {
        return agents;
    }

    public QueueOutlook queueOutlook() {
        return outlook;
    }

    /** The local table of cases. */
    public CaseDirectory cases() {
        return cases;
    }

    public CaseImport caseImport() {
        return cases;
    }

    public LookupAttempts lookupAttempts() {
        return cases;
    }

    /** Tells players about changes of the cases that they watch; the local table's own changes are told already. */
    public CaseWatching caseWatching() {
        return watching;
    }

    /** Notices on other figures; for tests. */
    WaitNotices waitNotices(QueueOutlook figures) {
        return new WaitNotices(figures, outgoing, channels, window, parts);
    }

    /** Messages that were given up. */
    public Undelivered undelivered() {
        return undelivered;
    }

    /** Questions that found no answer. */
    public Unanswered unanswered() {
        return new StoredUnanswered(parts.store());
    }

    /** Accounts whose credentials or set-up the platform refuses; they are tried again by themselves. */
    public Set<ChannelKey> stoppedAccounts() {
        return deliveries.stopped();
    }

    /** Whether the store takes work; for the readiness check. */
    public boolean healthy() {
        return parts.store().healthy();
    }

    /** Lets sends in flight finish for a moment, then stops. Idempotent; leaves channels and store open. */
    @Override
    public void close() {
        close(Duration.ofSeconds(10));
    }

    /** As {@link #close()}, but waits at most so long for turns and sends under way; what does not end is found again. */
    public void close(Duration longest) {
        if (closed.getAndSet(true)) {
            return;
        }
        ConversationWorkers running = workers;
        if (running != null) {
            running.close(longest.dividedBy(2));
        }
        deliveries.close(longest);
        upkeep.close();
        waits.close();
        OnCallCalls calls = onCall;
        if (calls != null) {
            calls.close();
        }
        presence.close();
        hearNothing();
        journal.close();
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
