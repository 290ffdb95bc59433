package md.portar.gateway.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call as a simulated platform sees it. Its body is read once, however often it is asked for; used by one thread at a time. */
final class WireRequest {
    private final String method;
    private final String path;
    private final Form query;
    private final Map<String, String> headers;
    private final Buffer body;
    private @Nullable Form form;
    private boolean jsonRead;
    private @Nullable ObjectNode json;

    /** Names of headers in lower case. */
    WireRequest(String method, String path, Form query, Map<String, String> headers, Buffer body) {
        this.method = method;
        this.path = path;
        this.query = query;
        this.headers = headers;
        this.body = body;
    }

    String method() {
        return method;
    }

    String path() {
        return path;
    }

    Form query() {
        return query;
    }

    Buffer body() {
        return body;
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    String contentType() {
        return header("content-type").orElse("");
    }

    boolean isJson() {
        return contentType().toLowerCase(Locale.ROOT).startsWith("application/json");
    }

    /** The body as a form; empty when it is none. */
    Form form() {
        Form known = form;
        if (known == null) {
            known = readForm();
            form = known;
        }
        return known;
    }

    private Form readForm() {
        String type = contentType();
        if (type.startsWith("application/x-www-form-urlencoded")) {
            return Form.urlEncoded(body.toString(StandardCharsets.UTF_8));
        }
        int boundary = type.indexOf("boundary=");
        if (type.startsWith("multipart/form-data") && boundary >= 0) {
            return Form.multipart(body, type.substring(boundary + 9).replace("\"", ""));
        }
        return Form.EMPTY;
    }

    /** The body as a JSON object; empty when it is none. */
    Optional<ObjectNode> json() {
        if (!jsonRead) {
            json = Json.object(body.getBytes()).orElse(null);
            jsonRead = true;
        }
        return Optional.ofNullable(json);
    }

    /** User and password of HTTP Basic, joined by a colon. */
    Optional<String> basicCredentials() {
        return header("authorization")
                .filter(value -> value.startsWith("Basic "))
                .map(value -> new String(Base64.getDecoder().decode(value.substring(6)), StandardCharsets.UTF_8));
    }

    Optional<String> bearer() {
        return header("authorization")
                .filter(value -> value.startsWith("Bearer "))
                .map(value -> value.substring(7));
    }

    @Override
    public String toString() {
        return "WireRequest[" + method + ", " + body.length() + " bytes]";
    }
}
