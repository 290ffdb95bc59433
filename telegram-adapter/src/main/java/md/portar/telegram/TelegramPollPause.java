package md.portar.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;
import md.portar.core.channel.MalformedUpdate;
import md.portar.core.telemetry.LogFields;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.longpolling.interfaces.BackOff;

/**
 * How long to wait after a failed poll: from half a second up to a minute, at least what Telegram asked for, and long where
 * only the operator can help. Learns from the answers that pass through it. Used by one thread.
 */
final class TelegramPollPause implements BackOff, Interceptor {
    private static final Logger log = LoggerFactory.getLogger(TelegramPollPause.class);
    private static final long FIRST_MILLIS = 500;
    private static final long LONGEST_MILLIS = 60_000;
    private static final long CONFLICT_MILLIS = 5_000;
    private static final int PEEK_BYTES = 4_096;

    private final String account;
    private long next = FIRST_MILLIS;
    private long atLeast;

    TelegramPollPause(String account) {
        this.account = account;
    }

    @Override
    public void reset() {
        next = FIRST_MILLIS;
        atLeast = 0;
    }

    @Override
    public long nextBackOffMillis() {
        // A little apart, so that several bots do not come back in the same moment.
        long jitter = ThreadLocalRandom.current().nextLong(next / 4 + 1);
        long wait = Math.max(next + jitter, atLeast);
        next = Math.min(LONGEST_MILLIS, next * 2);
        atLeast = 0;
        return wait;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        switch (response.code()) {
            case 401, 404 -> refused(response.code(), "Telegram does not know this token", LONGEST_MILLIS);
            case 409 -> refused(409, "another poller or a webhook is active for this bot", CONFLICT_MILLIS);
            case 429 -> atLeast = 1_000L * retryAfter(response);
            default -> {
                // Nothing to learn: the usual pause applies.
            }
        }
        return response;
    }

    private void refused(int status, String why, long millis) {
        atLeast = millis;
        log.atError()
                .addKeyValue(LogFields.ACCOUNT, account)
                .addKeyValue(LogFields.OUTCOME, status)
                .log("polling is refused: {}", why);
    }

    private static int retryAfter(Response response) throws IOException {
        try {
            JsonNode answer =
                    TelegramUpdateParser.tree(response.peekBody(PEEK_BYTES).string());
            return Math.max(0, answer.path("parameters").path("retry_after").asInt());
        } catch (MalformedUpdate e) {
            return 0;
        }
    }
}
