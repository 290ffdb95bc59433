package md.portar.gateway.cli;

/** How many secrets were stopped and missed, and how many other messages were stopped and passed. */
final class GuardHits {
    private long stopped;
    private long missed;
    private long stoppedWrongly;
    private long passed;

    void add(boolean expected, boolean blocked) {
        if (expected) {
            stopped += blocked ? 1 : 0;
            missed += blocked ? 0 : 1;
        } else {
            stoppedWrongly += blocked ? 1 : 0;
            passed += blocked ? 0 : 1;
        }
    }

    long messages() {
        return stopped + missed + stoppedWrongly + passed;
    }

    long secrets() {
        return stopped + missed;
    }

    long falsePositives() {
        return stoppedWrongly;
    }

    long misses() {
        return missed;
    }

    /** Not a number when nothing was stopped. */
    double precision() {
        return ratio(stopped, stopped + stoppedWrongly);
    }

    /** Not a number when there was nothing to stop. */
    double recall() {
        return ratio(stopped, stopped + missed);
    }

    /** Not a number when nothing was stopped and nothing had to be. */
    double f1() {
        return ratio(2 * stopped, 2 * stopped + stoppedWrongly + missed);
    }

    /** Not a number when everything had to be stopped. */
    double falsePositiveRate() {
        return ratio(stoppedWrongly, stoppedWrongly + passed);
    }

    private static double ratio(long part, long whole) {
        return whole == 0 ? Double.NaN : (double) part / whole;
    }
}
