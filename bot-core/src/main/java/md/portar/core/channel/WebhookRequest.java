package md.portar.core.channel;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One HTTP request to a webhook path. Prints neither headers nor body.
 *
 * @param method upper-case HTTP method
 * @param query the query string as sent, undecoded, without {@code ?}; empty when there was none
 * @param headers names are lower-case; a repeated header has several values
 */
public record WebhookRequest(String method, String query, Map<String, List<String>> headers, RawBody body) {
    public WebhookRequest {
        Map<String, List<String>> lower = new TreeMap<>();
        headers.forEach((name, values) -> lower.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        headers = lower;
    }

    /** A header's value when it was sent exactly once; a repeated signature header is as good as none. */
    public Optional<String> onlyHeader(String name) {
        List<String> values = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    @Override
    public String toString() {
        return "WebhookRequest[" + method + ", " + headers.size() + " headers, " + body + "]";
    }
}
