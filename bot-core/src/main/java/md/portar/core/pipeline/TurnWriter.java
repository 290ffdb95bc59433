package md.portar.core.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import md.portar.core.channel.OutboundAction.AcknowledgeChoice;
import md.portar.core.channel.OutboundAction.RedactAtSource;
import md.portar.core.conversation.ConversationState;
import md.portar.core.conversation.Effect;
import md.portar.core.conversation.Priority;
import md.portar.core.guard.Expectation;
import md.portar.core.guard.SafeText;
import md.portar.core.guard.ScreenedText;
import md.portar.core.handoff.ClientMessageId;
import md.portar.core.handoff.DeskEvent;
import md.portar.core.handoff.DeskMessage;
import md.portar.core.message.PlatformMessageId;
import md.portar.core.store.AuditTrail;
import md.portar.core.store.CaseWatches;
import md.portar.core.store.MessageLog;
import md.portar.core.store.OutboxEntry;
import md.portar.core.store.Store;
import md.portar.core.store.Tx;
import md.portar.core.telemetry.GatewayMetrics;
import md.portar.core.telemetry.LogFields;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Applies the effects of a turn, in order, in the turn's transaction. */
final class TurnWriter {
    private static final Logger log = LoggerFactory.getLogger(TurnWriter.class);

    private static final Duration BETWEEN_WARNINGS = Duration.ofMinutes(1);

    private final Store store;
    private final Outgoing outgoing;
    private final Channels channels;
    private final DeskJournal journal;
    private final SystemTexts texts;
    private final GatewayMetrics metrics;
    private final @Nullable OnCallCalls onCall;
    private final AtomicLong safetyLogged = new AtomicLong();

    TurnWriter(
            Store store,
            Outgoing outgoing,
            Channels channels,
            DeskJournal journal,
            SystemTexts texts,
            GatewayMetrics metrics,
            @Nullable OnCallCalls onCall) {
        this.store = store;
        this.outgoing = outgoing;
        this.channels = channels;
        this.journal = journal;
        this.texts = texts;
        this.metrics = metrics;
        this.onCall = onCall;
    }

    /** Where the turn happens. */
    record Place(
            Tx tx, Outgoing.Target target, ConversationState.Name before, ConversationState.Name after, Instant now) {}

    void write(Place place, Iterable<Effect> effects) {
        Writing writing = new Writing(place);
        for (Effect effect : effects) {
            effect.accept(writing);
        }
    }

    /** Every request is counted; the log has a line for the first of a minute only, so that a flood cannot fill it. */
    private void safetyRequested(Outgoing.Target target, Instant now) {
        metrics.safetyRequested(target.key().channel());
        long last = safetyLogged.get();
        long at = now.toEpochMilli();
        boolean due = at - last > BETWEEN_WARNINGS.toMillis() || at < last;
        if (due && safetyLogged.compareAndSet(last, at)) {
            log.atWarn()
                    .addKeyValue(LogFields.CHANNEL, target.key().channel())
                    .addKeyValue(LogFields.CONVERSATION, target.number().value())
                    .log("A player asks for protection and waits for a person; others of this minute are only counted");
        }
    }

    private final class Writing implements Effect.Visitor<Boolean> {
        private final Tx tx;
        private final Outgoing.Target target;
        private final Place place;

        Writing(Place place) {
            this.place = place;
            this.tx = place.tx();
            this.target = place.target();
        }

        @Override
        public Boolean reply(Effect.Reply effect) {
            outgoing.say(tx, target, Speech.byBot(effect.text(), effect.choices(), effect.expects()), place.now());
            return true;
        }

        @Override
        public Boolean redactAndTell(Effect.RedactAndTell effect) {
            if (!redact(
                    effect.message(),
                    new OutboxEntry.FollowUp(effect.ifDeleted(), effect.otherwise(), effect.choices()))) {
                outgoing.say(
                        tx,
                        target,
                        Speech.byBot(effect.otherwise(), effect.choices(), Expectation.UNCHANGED),
                        place.now());
            }
            return true;
        }

        @Override
        public Boolean redact(Effect.Redact effect) {
            redact(effect.message(), null);
            return true;
        }

        /** False where the channel cannot redact. */
        private boolean redact(PlatformMessageId message, OutboxEntry.@Nullable FollowUp followUp) {
            boolean possible = channels.capabilities(target.key()).redactsAtSource();
            DeskMessage.Redaction mark = possible ? DeskMessage.Redaction.PENDING : DeskMessage.Redaction.NOT_POSSIBLE;
            store.messages().markRedaction(tx, target.number(), message, mark);
            if (possible) {
                outgoing.act(tx, target, new RedactAtSource(target.key(), message), followUp, place.now());
            }
            return possible;
        }

        @Override
        public Boolean acknowledge(Effect.Acknowledge effect) {
            outgoing.act(
                    tx, target, new AcknowledgeChoice(target.key(), effect.callback(), effect.message()), place.now());
            return true;
        }

        @Override
        public Boolean openTicket(Effect.OpenTicket effect) {
            store.tickets().open(tx, target.number(), effect, place.now());
            happened(SystemTexts.Happening.QUEUED, AuditTrail.Action.QUEUED);
            if (effect.priority() == Priority.SAFETY) {
                tx.afterCommit(() -> safetyRequested(target, place.now()));
            }
            return true;
        }

        @Override
        public Boolean notifyOnCall(Effect.NotifyOnCall effect) {
            if (onCall != null) {
                onCall.note(tx, target.number(), effect, place.now());
            }
            return true;
        }

        @Override
        public Boolean cancelTicket(Effect.CancelTicket effect) {
            store.tickets().cancelled(tx, target.number(), place.now());
            happened(SystemTexts.Happening.QUEUE_LEFT, AuditTrail.Action.CANCELLED);
            return true;
        }

        private void happened(SystemTexts.Happening happening, AuditTrail.Action action) {
            line(texts.event(happening, ScreenedText.EMPTY), null);
            store.audit()
                    .append(
                            tx,
                            new AuditTrail.Entry(
                                    place.now(), action, null, target.number(), place.before(), place.after()));
        }

        /** A line of the thread that only agents see. */
        private void line(SafeText text, @Nullable ClientMessageId id) {
            MessageLog.NewMessage line =
                    new MessageLog.NewMessage(DeskMessage.Author.EVENT, null, text, List.of(), id, null);
            store.messages().append(tx, target.number(), line, place.now());
            journal.changed(tx, target.number(), DeskEvent.Kind.MESSAGE);
        }

        @Override
        public Boolean markSkipped(Effect.MarkSkipped effect) {
            ClientMessageId id = new ClientMessageId("skipped-" + effect.since().toEpochMilli());
            SafeText text = texts.skipped(effect.messages());
            Optional<MessageLog.Logged> before = store.messages().byClientId(tx, target.number(), id);
            if (before.isEmpty()) {
                line(text, id);
            } else if (store.messages().reword(tx, before.get().id(), text)) {
                journal.changed(tx, target.number(), DeskEvent.Kind.MESSAGE_CHANGED);
            }
            return true;
        }

        @Override
        public Boolean countAnswer(Effect.CountAnswer effect) {
            store.counters().answer(tx, effect, place.now());
            tx.afterCommit(() -> {
                if (effect.signal() == Effect.CountAnswer.Signal.ANSWERED) {
                    metrics.answered(effect.language());
                } else if (effect.signal() == Effect.CountAnswer.Signal.SUGGESTED) {
                    metrics.suggested(effect.language());
                }
            });
            return true;
        }

        @Override
        public Boolean countMiss(Effect.CountMiss effect) {
            store.counters().miss(tx, effect, place.now());
            tx.afterCommit(() -> metrics.missed(effect.language()));
            return true;
        }

        @Override
        public Boolean rate(Effect.Rate effect) {
            store.tickets().rate(tx, target.number(), effect.stars());
            return true;
        }

        @Override
        public Boolean watchCase(Effect.WatchCase effect) {
            CaseWatches.Watch watch = new CaseWatches.Watch(effect.number(), effect.owner(), effect.status());
            store.caseWatches().watch(tx, target.number(), watch, place.now());
            return true;
        }

        @Override
        public Boolean forgetWatches(Effect.ForgetWatches effect) {
            store.caseWatches().forgetAll(tx, target.number());
            return true;
        }
    }
}
