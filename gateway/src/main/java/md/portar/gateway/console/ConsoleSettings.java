package md.portar.gateway.console;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * How the console is reached and how long sign-ins last.
 *
 * @param baseUrl the address in the agents' browsers; empty when it is whatever host the browser names
 * @param sessionIdle how long a session lasts without activity; the live stream is not activity
 * @param sessionAbsolute how long a session lasts at most
 * @param heartbeat how often an idle stream is written to; must be below the listener's idle timeout
 * @param poll how often to look for changes that another node made
 * @param replay how many missed events are sent again before a page is told to load anew
 */
public record ConsoleSettings(
        Optional<URI> baseUrl,
        Duration sessionIdle,
        Duration sessionAbsolute,
        Duration heartbeat,
        Duration poll,
        int replay) {
    /** Plain HTTP on this machine. */
    public static ConsoleSettings local() {
        return new ConsoleSettings(
                Optional.empty(),
                Duration.ofMinutes(60),
                Duration.ofHours(12),
                Duration.ofSeconds(15),
                Duration.ofSeconds(1),
                500);
    }

    /** Behind the given address, which decides about TLS and about which origin may post. */
    public static ConsoleSettings at(URI baseUrl) {
        ConsoleSettings local = local();
        return new ConsoleSettings(
                Optional.of(baseUrl),
                local.sessionIdle,
                local.sessionAbsolute,
                local.heartbeat,
                local.poll,
                local.replay);
    }

    /** The same with another rhythm of the stream. */
    public ConsoleSettings withRhythm(Duration heartbeat, Duration poll, int replay) {
        return new ConsoleSettings(baseUrl, sessionIdle, sessionAbsolute, heartbeat, poll, replay);
    }

    /** Whether browsers reach the console by https. */
    boolean tls() {
        return baseUrl.map(url -> "https".equalsIgnoreCase(url.getScheme())).orElse(false);
    }

    /** The only origin from which an action may come, given the host that the request names. */
    String origin(String host) {
        String origin = baseUrl.map(url -> url.getScheme() + "://" + url.getRawAuthority())
                .orElse("http://" + host);
        return origin.toLowerCase(Locale.ROOT);
    }
}
