package md.portar.gateway.simulator;

import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One request to the gateway.
 *
 * @param url where to connect, asked at each attempt
 * @param forged headers that replace the genuine ones when a forged signature is wanted
 * @param answer gets the body of a 2xx answer
 */
record Webhook(
        ChatApp app,
        Purpose purpose,
        Supplier<URI> url,
        Map<String, String> headers,
        Map<String, String> forged,
        Buffer body,
        Consumer<Buffer> answer) {
    /**
     * What it is for.
     *
     * @param lane webhooks of one lane go one after the other
     * @param what the kind of event in one word, for the record
     * @param receipt whether it only reports how far one of the bot's messages got
     */
    record Purpose(String lane, String what, boolean receipt) {
        /** Ends the lane of a player's receipts. */
        static final String RECEIPTS = " receipts";

        /** Whom it is about, where the lane is named after the player. */
        String player() {
            return lane.endsWith(RECEIPTS) ? lane.substring(0, lane.length() - RECEIPTS.length()) : lane;
        }
    }

    @Override
    public String toString() {
        return "Webhook[" + app + ", " + body.length() + " bytes]";
    }
}
