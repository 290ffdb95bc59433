package md.portar.core.pipeline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import md.portar.core.channel.OutboundAction.Speaker;
import md.portar.core.conversation.ConversationMemory.Fact;
import md.portar.core.conversation.ConversationState.WaitingForAgent;
import md.portar.core.guard.Expectation;
import md.portar.core.handoff.QueueOutlook;
import md.portar.core.handoff.WaitBand;
import md.portar.core.message.Language;
import md.portar.core.store.QueueNotices;
import md.portar.core.store.Store;
import md.portar.core.store.StoreUnavailable;
import md.portar.core.store.StoredConversation;
import md.portar.core.store.Tx;
import md.portar.core.telemetry.LogFields;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells those who wait how it stands, a few times at most and only when there is something new: another place, another waiting
 * time, or that a message can be left. Never seconds, never a number that live figures do not give.
 */
final class WaitNotices implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(WaitNotices.class);
    private static final int AT_ONCE = 100;
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final Store store;
    private final QueueOutlook outlooks;
    private final Outgoing outgoing;
    private final Channels channels;
    private final ReplyWindow window;
    private final SystemTexts texts;
    private final Clock clock;
    private final List<Duration> after;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "wait-notices");
        thread.setDaemon(true);
        return thread;
    });

    WaitNotices(QueueOutlook outlooks, Outgoing outgoing, Channels channels, ReplyWindow window, Engine.Parts parts) {
        this.store = parts.store();
        this.outlooks = outlooks;
        this.outgoing = outgoing;
        this.channels = channels;
        this.window = window;
        this.texts = parts.texts();
        this.clock = parts.clock();
        this.after = parts.settings().manners().waitNotices();
    }

    void start() {
        ScheduledFuture<?> unused =
                timer.scheduleWithFixedDelay(this::round, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void round() {
        try {
            give();
        } catch (StoreUnavailable e) {
            log.debug("Notices to those who wait come later: the store does not answer", e);
        } catch (RuntimeException e) {
            log.atError()
                    .addKeyValue(LogFields.REASON, e.getClass().getSimpleName())
                    .log("Notices to those who wait failed");
        }
    }

    /** Gives the notices that are due; returns how many people were written to. */
    int give() {
        Instant now = clock.instant();
        List<Instant> since = after.stream().map(now::minus).toList();
        List<QueueNotices.Due> due =
                store.unitOfWork().read(tx -> store.queueNotices().due(tx, since, AT_ONCE));
        int told = 0;
        for (QueueNotices.Due one : due) {
            told += give(one, now) ? 1 : 0;
        }
        return told;
    }

    private boolean give(QueueNotices.Due due, Instant now) {
        Optional<StoredConversation> found =
                store.unitOfWork().read(tx -> store.conversations().find(tx, due.conversation()));
        if (found.isEmpty() || !(found.get().conversation().state() instanceof WaitingForAgent waiting)) {
            return false;
        }
        StoredConversation to = found.get();
        Language language = language(to);
        QueueOutlook.Outlook outlook = outlooks.outlook(to.key(), language, waiting.priority());
        return store.unitOfWork().run(tx -> tell(tx, due, to, outlook, now));
    }

    private boolean tell(
            Tx tx, QueueNotices.Due due, StoredConversation to, QueueOutlook.Outlook outlook, Instant now) {
        WaitBand band = WaitBand.of(outlook.expectedWait());
        boolean known = band != WaitBand.UNKNOWN;
        if (!store.queueNotices().given(tx, due, known ? outlook.place() : 0, band)) {
            return false;
        }
        boolean changed = known && !told(due, to).equals(outlook.place() + "|" + band);
        boolean offer = !known && due.given() == 1;
        if (!changed && !offer || !mayTell(tx, to, now)) {
            return false;
        }
        SystemTexts.Line line = texts.stillWaiting(language(to), outlook, due.given() > 0);
        Outgoing.Target target =
                new Outgoing.Target(to.number(), to.key(), to.conversation().epoch());
        outgoing.say(tx, target, Speech.byBot(line.text(), line.choices(), Expectation.REFERENCE), now);
        return true;
    }

    /** What was said last: by the last notice or, before any, when the person was put in the line. */
    private static String told(QueueNotices.Due due, StoredConversation to) {
        return due.given() == 0
                ? to.conversation().memory().get(Fact.QUEUE_TOLD).orElse("")
                : due.place() + "|" + due.band();
    }

    private boolean mayTell(Tx tx, StoredConversation to, Instant now) {
        boolean still = store.conversations()
                .find(tx, to.number())
                .filter(actual ->
                        actual.conversation().epoch() == to.conversation().epoch())
                .isPresent();
        return still
                && to.reachable()
                && to.conversation().memory().get(Fact.OPTED_OUT_AT).isEmpty()
                && window.isOpen(channels.capabilities(to.key()), to.heardAt(), Speaker.BOT, now);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private static Language language(StoredConversation to) {
        return to.conversation()
                .memory()
                .get(Fact.LANGUAGE)
                .flatMap(Language::fromTag)
                .orElse(to.language());
    }
}
