package md.portar.gateway.simulator;

import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** One platform's API as the gateway calls it. */
interface Platform {
    ChatApp app();

    /** Whether a path belongs to this platform. */
    boolean owns(String path);

    /** The path with ids and tokens replaced by names: safe to show and to keep. */
    String template(WireRequest request);

    /** Whether the call puts a message on a player's screen. */
    boolean isSend(WireRequest request);

    /** Answers a call. */
    CompletionStage<WireReply> handle(WireRequest request);

    /** How this platform refuses a caller that is too quick. */
    WireReply tooManyRequests(Duration wait);

    /** How this platform reports trouble of its own. */
    WireReply serverError();
}
