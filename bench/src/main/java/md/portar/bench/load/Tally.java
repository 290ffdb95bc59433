package md.portar.bench.load;

import org.HdrHistogram.Histogram;

/**
 * What a run saw.
 *
 * @param sent webhooks sent
 * @param acknowledged webhooks answered by 200
 * @param refused webhooks answered by anything else, or by nothing
 * @param answered messages whose player got words
 * @param calls sends that carried words, of which an answer may have several
 * @param acknowledgedIn seconds from the start to the last acknowledgement
 * @param answeredIn seconds from the start to the last answer
 * @param acknowledgement nanoseconds from when a webhook should have been sent to its 200
 * @param reply nanoseconds from when a webhook should have been sent to the first words to its player
 */
public record Tally(
        long sent,
        long acknowledged,
        long refused,
        long answered,
        long calls,
        double acknowledgedIn,
        double answeredIn,
        Histogram acknowledgement,
        Histogram reply) {
    /** Acknowledged messages over the time until the last acknowledgement. */
    public double acknowledgedPerSecond() {
        return (double) acknowledged / Math.max(acknowledgedIn, 1e-9);
    }

    /** Acknowledged messages that got no answer within the patience of the run. */
    public long unanswered() {
        return acknowledged - answered;
    }
}
