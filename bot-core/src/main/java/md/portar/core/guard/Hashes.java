package md.portar.core.guard;

/** Mixes numbers into one that looks random. The same on every machine: a trained model depends on it. */
final class Hashes {
    private static final long FIRST = 0x9E3779B97F4A7C15L;
    private static final long SECOND = 0xBF58476D1CE4E5B9L;

    private Hashes() {}

    static long mix(long a, long b) {
        long mixed = a * FIRST ^ b;
        mixed = (mixed ^ mixed >>> 29) * SECOND;
        return mixed ^ mixed >>> 32;
    }

    static long mix(long a, long b, long c) {
        return mix(mix(a, b), c);
    }

    static long mix(long a, long b, long c, long d) {
        return mix(mix(mix(a, b), c), d);
    }
}
