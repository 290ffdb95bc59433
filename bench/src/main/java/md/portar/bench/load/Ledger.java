package md.portar.bench.load;

import org.HdrHistogram.Histogram;

/**
 * Who was asked for what and when: a player has one message open at a time, so that the next words to him are its answer. On
 * one event loop.
 */
final class Ledger {
    private static final int DIGITS = 3;

    private final long[] open;
    private final Histogram acknowledgement = new Histogram(DIGITS);
    private final Histogram reply = new Histogram(DIGITS);
    private int next;
    private int outstanding;
    private long sent;
    private long acknowledged;
    private long refused;
    private long answered;
    private long calls;
    private long lastAcknowledged;
    private long lastAnswered;

    Ledger(int players) {
        open = new long[players];
    }

    /** The next player without an open message; -1 when everybody waits. */
    int freePlayer() {
        for (int tries = 0; tries < open.length; tries++) {
            int player = next;
            next = (next + 1) % open.length;
            if (open[player] == 0) {
                return player;
            }
        }
        return -1;
    }

    void sent(int player, long intended, boolean answerExpected) {
        sent++;
        if (answerExpected) {
            open[player] = intended;
            outstanding++;
        }
    }

    void acknowledged(int player, long intended, int status, long now) {
        if (status == 200) {
            acknowledged++;
            lastAcknowledged = now;
            acknowledgement.recordValue(Math.max(0, now - intended));
            return;
        }
        refused++;
        if (open[player] == intended) {
            open[player] = 0;
            outstanding--;
        }
    }

    /** Words reached a player. */
    void said(int player, long now) {
        calls++;
        if (player >= open.length || open[player] == 0) {
            return;
        }
        answered++;
        lastAnswered = now;
        outstanding--;
        reply.recordValue(Math.max(0, now - open[player]));
        open[player] = 0;
    }

    int outstanding() {
        return outstanding;
    }

    long pendingAcknowledgements() {
        return sent - acknowledged - refused;
    }

    Tally tally(long started) {
        return new Tally(
                sent,
                acknowledged,
                refused,
                answered,
                calls,
                (lastAcknowledged - started) / 1e9,
                (lastAnswered - started) / 1e9,
                acknowledgement.copy(),
                reply.copy());
    }
}
