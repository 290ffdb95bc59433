package md.portar.gateway.simulator;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What one run came to, since the start or the last {@link Recorder#clear()}.
 *
 * @param since when the run began, on the simulator's clock
 * @param seed what the faults' chance began from
 * @param byApp figures of each messenger
 * @param slips what went wrong, one by one; the first few hundred
 */
public record RunReport(Instant since, long seed, Figures total, Map<ChatApp, Figures> byApp, List<Slip> slips) {
    /** The figures of one messenger, or of all. */
    public record Figures(Webhooks webhooks, Messages messages, Questions questions, Sends sends) {
        Figures plus(Figures other) {
            return new Figures(
                    webhooks.plus(other.webhooks),
                    messages.plus(other.messages),
                    questions.plus(other.questions),
                    sends.plus(other.sends));
        }
    }

    /**
     * Requests to the gateway, receipts among them.
     *
     * @param sent attempts
     * @param acknowledged attempts answered with 2xx
     * @param refused attempts answered with anything else
     * @param unanswered attempts that got no answer
     * @param repeated attempts after the first, duplicates among them
     */
    public record Webhooks(long sent, long acknowledged, long refused, long unanswered, long repeated) {
        Webhooks plus(Webhooks other) {
            return new Webhooks(
                    sent + other.sent,
                    acknowledged + other.acknowledged,
                    refused + other.refused,
                    unanswered + other.unanswered,
                    repeated + other.repeated);
        }
    }

    /**
     * What players wrote or tapped, counted per conversation: an answer counts for everything the player had sent before it.
     * Generous where answers are late; {@link Questions} are exact.
     *
     * @param acknowledged taken by the gateway with 2xx; each once, however often it was delivered
     * @param answered acknowledged, and followed by something from the gateway
     * @param open acknowledged, and nothing came since
     * @param repeated texts sent twice in a row to a player who had written nothing in between
     */
    public record Messages(long acknowledged, long answered, long open, long repeated) {
        Messages plus(Messages other) {
            return new Messages(
                    acknowledged + other.acknowledged,
                    answered + other.answered,
                    open + other.open,
                    repeated + other.repeated);
        }
    }

    /**
     * Messages that carried a mark which their answer repeats.
     *
     * @param lost acknowledged and never answered
     * @param duplicated answers taken again after the first
     * @param explained the part of those that a fault made: the earlier send was taken, its answer did not get through
     * @param outOfOrder answered after something the same player had asked later
     */
    public record Questions(
            long asked, long acknowledged, long answered, long lost, long duplicated, long explained, long outOfOrder) {
        Questions plus(Questions other) {
            return new Questions(
                    asked + other.asked,
                    acknowledged + other.acknowledged,
                    answered + other.answered,
                    lost + other.lost,
                    duplicated + other.duplicated,
                    explained + other.explained,
                    outOfOrder + other.outOfOrder);
        }
    }

    /**
     * Calls of the gateway.
     *
     * @param calls all of them
     * @param taken messages that reached a player's platform
     * @param ambiguous taken, but the gateway was not told: by a fault, or because it had gone
     * @param early sends before the time a refusal named had passed
     * @param overLimit sends refused because they were too many
     * @param faults calls struck by a fault
     * @param ruleBreaks documented rules broken
     */
    public record Sends(
            long calls, long taken, long ambiguous, long early, long overLimit, long faults, long ruleBreaks) {
        Sends plus(Sends other) {
            return new Sends(
                    calls + other.calls,
                    taken + other.taken,
                    ambiguous + other.ambiguous,
                    early + other.early,
                    overLimit + other.overLimit,
                    faults + other.faults,
                    ruleBreaks + other.ruleBreaks);
        }
    }

    /** What kind of thing went wrong. */
    public enum SlipKind {
        LOST,
        DUPLICATED,
        OUT_OF_ORDER,
        EARLY
    }

    /**
     * One thing that went wrong.
     *
     * @param mark the question's; empty where there is none
     * @param first when the answer was first taken, or when the message was acknowledged
     * @param again when it was taken once more; equal to the first where that means nothing
     * @param explained whether a fault accounts for it
     */
    public record Slip(
            SlipKind kind, ChatApp app, String player, String mark, Instant first, Instant again, boolean explained) {}

    public RunReport {
        byApp = Map.copyOf(byApp);
        slips = List.copyOf(slips);
    }

    /** Whether nothing was lost, nothing repeated but what faults account for, and every rule kept. */
    public boolean isClean() {
        Questions questions = total.questions();
        return questions.lost() == 0
                && questions.duplicated() == questions.explained()
                && questions.outOfOrder() == 0
                && total.sends().early() == 0
                && total.sends().ruleBreaks() == 0;
    }
}
