package md.portar.gateway.simulator;

import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One request to the gateway.
 *
 * @param url where to connect
 * @param forged headers that replace the genuine ones when a forged signature is wanted
 * @param answer gets the body of a 2xx answer
 */
record Webhook(
        ChatApp app,
        Purpose purpose,
        URI url,
        Map<String, String> headers,
        Map<String, String> forged,
        Buffer body,
        Consumer<Buffer> answer) {
    /**
     * What it is for.
     *
     * @param lane webhooks of one lane go one after the other
     * @param what the kind of event in one word, for the record
     */
    record Purpose(String lane, String what) {}

    @Override
    public String toString() {
        return "Webhook[" + app + ", " + body.length() + " bytes]";
    }
}
