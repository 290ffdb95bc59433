package md.portar.whatsapp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Twilio's answer to a request that was no success. Keeps numbers only, as Twilio's messages quote what was sent. */
final class TwilioRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final int status;
    private final int code;
    private final int seconds;

    private TwilioRefusal(int status, int code, int seconds) {
        super("Twilio answered with status " + status + ", code " + code, null, false, false);
        this.status = status;
        this.code = code;
        this.seconds = seconds;
    }

    static TwilioRefusal of(int status, String body, @Nullable String retryAfter) {
        int seconds = retryAfter != null && retryAfter.matches("[0-9]{1,5}") ? Integer.parseInt(retryAfter) : 0;
        try {
            JsonNode tree = MAPPER.readTree(body);
            return new TwilioRefusal(
                    status, tree == null ? 0 : tree.path("code").asInt(), seconds);
        } catch (JsonProcessingException e) {
            return new TwilioRefusal(status, 0, seconds);
        }
    }

    int status() {
        return status;
    }

    /** How long Twilio asks to wait; zero when it does not. */
    Duration pause() {
        return Duration.ofSeconds(seconds);
    }

    /** Twilio's error code; 0 when the answer had none. */
    int code() {
        return code;
    }
}
