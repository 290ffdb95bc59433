package md.portar.gateway.console;

import io.vertx.core.json.JsonObject;

/** One event of the stream. */
record Frame(String event, JsonObject data) {
    /** As it goes over the wire, without an id. */
    String wire() {
        return "event: " + event + "\ndata: " + data.encode() + "\n\n";
    }

    /** As it goes over the wire; the browser asks for what comes after this id when it reconnects. */
    String wire(long id) {
        return "id: " + id + "\n" + wire();
    }

    JsonObject json() {
        return new JsonObject().put("event", event).put("data", data);
    }
}
