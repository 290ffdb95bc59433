package md.portar.gateway.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a simulated platform answers. */
record WireReply(int status, String contentType, Buffer body, Map<String, String> headers) {
    static WireReply json(int status, JsonNode body) {
        return new WireReply(status, "application/json", Buffer.buffer(Json.bytes(body)), Map.of());
    }

    static WireReply text(int status, String contentType, String body) {
        return new WireReply(status, contentType, Buffer.buffer(body), Map.of());
    }

    static WireReply bytes(String contentType, Buffer body) {
        return new WireReply(200, contentType, body, Map.of());
    }

    static WireReply empty(int status) {
        return new WireReply(status, "", Buffer.buffer(), Map.of());
    }

    static WireReply redirect(String to) {
        return new WireReply(307, "", Buffer.buffer(), Map.of("location", to));
    }

    static WireReply badGateway() {
        return text(
                502,
                "text/html",
                "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>");
    }

    WireReply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new WireReply(status, contentType, body, more);
    }
}
