package md.portar.bench.load;

import java.util.Optional;

/**
 * What is put under load.
 *
 * @param port of the webhooks, on this machine
 * @param path where all requests go instead of the platforms' paths; then nobody answers the players
 */
public record Target(int port, Optional<String> path) {
    /** A gateway. */
    public static Target gateway(int port) {
        return new Target(port, Optional.empty());
    }

    /** A handler that reads the body and answers 200. */
    public static Target noop(int port) {
        return new Target(port, Optional.of("/noop"));
    }

    boolean answers() {
        return path.isEmpty();
    }
}
