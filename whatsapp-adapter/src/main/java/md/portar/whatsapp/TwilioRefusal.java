package md.portar.whatsapp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Twilio's answer to a request that was no success. Keeps numbers only, as Twilio's messages quote what was sent. */
final class TwilioRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final int status;
    private final int code;

    private TwilioRefusal(int status, int code) {
        super("Twilio answered with status " + status + ", code " + code, null, false, false);
        this.status = status;
        this.code = code;
    }

    static TwilioRefusal of(int status, String body) {
        try {
            JsonNode tree = MAPPER.readTree(body);
            return new TwilioRefusal(
                    status, tree == null ? 0 : tree.path("code").asInt());
        } catch (JsonProcessingException e) {
            return new TwilioRefusal(status, 0);
        }
    }

    int status() {
        return status;
    }

    /** Twilio's error code; 0 when the answer had none. */
    int code() {
        return code;
    }
}
