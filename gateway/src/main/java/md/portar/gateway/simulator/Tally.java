package md.portar.gateway.simulator;

import java.util.concurrent.atomic.LongAdder;

/** The running figures of one messenger that need no look back. Thread-safe. */
final class Tally {
    final LongAdder webhooksSent = new LongAdder();
    final LongAdder webhooksAcknowledged = new LongAdder();
    final LongAdder webhooksRefused = new LongAdder();
    final LongAdder webhooksUnanswered = new LongAdder();
    final LongAdder webhooksRepeated = new LongAdder();
    final LongAdder messagesAcknowledged = new LongAdder();
    final LongAdder messagesRepeated = new LongAdder();
    final LongAdder asked = new LongAdder();
    final LongAdder askedAcknowledged = new LongAdder();
    final LongAdder askedAnswered = new LongAdder();
    final LongAdder duplicated = new LongAdder();
    final LongAdder explained = new LongAdder();
    final LongAdder outOfOrder = new LongAdder();
    final LongAdder calls = new LongAdder();
    final LongAdder taken = new LongAdder();
    final LongAdder ambiguous = new LongAdder();
    final LongAdder early = new LongAdder();
    final LongAdder overLimit = new LongAdder();
    final LongAdder faults = new LongAdder();
    final LongAdder ruleBreaks = new LongAdder();

    /** The figures, with those added that only a look at every conversation gives. */
    RunReport.Figures figures(long answered, long open, long lost) {
        return new RunReport.Figures(
                new RunReport.Webhooks(
                        webhooksSent.sum(),
                        webhooksAcknowledged.sum(),
                        webhooksRefused.sum(),
                        webhooksUnanswered.sum(),
                        webhooksRepeated.sum()),
                new RunReport.Messages(messagesAcknowledged.sum(), answered, open, messagesRepeated.sum()),
                new RunReport.Questions(
                        asked.sum(),
                        askedAcknowledged.sum(),
                        askedAnswered.sum(),
                        lost,
                        duplicated.sum(),
                        explained.sum(),
                        outOfOrder.sum()),
                new RunReport.Sends(
                        calls.sum(),
                        taken.sum(),
                        ambiguous.sum(),
                        early.sum(),
                        overLimit.sum(),
                        faults.sum(),
                        ruleBreaks.sum()));
    }
}
