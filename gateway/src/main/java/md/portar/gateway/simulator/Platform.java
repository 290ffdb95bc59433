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

    /** Whom a send is for; empty when it says nothing one could read. */
    String player(WireRequest request);

    /** Answers a call. */
    CompletionStage<WireReply> handle(WireRequest request);

    /** How this platform refuses a token that has been withdrawn. */
    WireReply unauthorised();

    /** How this platform refuses a caller that is too quick; the wait is in whole seconds. */
    WireReply tooManyRequests(Duration wait);

    /** How this platform reports trouble of its own. */
    WireReply serverError();
}
