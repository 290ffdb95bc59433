package md.portar.messenger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How much of its allowance the page or application has used up, as Meta tells it with answers in the headers {@code X-App-Usage}
 * and {@code X-Business-Use-Case-Usage} (Graph API, Rate Limits, read 2026-11-28).
 *
 * @param percent the highest of all figures; 0 when none was sent
 * @param blockedFor how long Meta estimates that calls stay blocked; zero when they are not
 */
record MessengerUsage(int percent, Duration blockedFor) {
    static final MessengerUsage NONE = new MessengerUsage(0, Duration.ZERO);

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int DEEPEST = 6;
    private static final int MOST = 1_000;

    /** Reads both headers; what cannot be read tells nothing. */
    static MessengerUsage of(@Nullable String app, @Nullable String business) {
        return NONE.with(app).with(business);
    }

    private MessengerUsage with(@Nullable String header) {
        if (header == null) {
            return this;
        }
        try {
            JsonNode tree = MAPPER.readTree(header);
            return tree == null ? this : with(tree, 0);
        } catch (JsonProcessingException e) {
            return this;
        }
    }

    private MessengerUsage with(JsonNode node, int depth) {
        MessengerUsage all = this;
        if (depth < DEEPEST) {
            for (JsonNode child : node) {
                all = all.with(child, depth + 1);
            }
        }
        int highest = all.percent;
        for (String figure : new String[] {"call_count", "total_time", "total_cputime"}) {
            highest = Math.max(highest, Math.min(MOST, node.path(figure).asInt()));
        }
        Duration blocked = Duration.ofMinutes(Math.min(
                MOST, Math.max(0, node.path("estimated_time_to_regain_access").asInt())));
        return new MessengerUsage(highest, blocked.compareTo(all.blockedFor) > 0 ? blocked : all.blockedFor);
    }
}
