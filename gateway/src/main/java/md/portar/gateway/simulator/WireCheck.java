package md.portar.gateway.simulator;

import java.util.List;

/** One more look at every call of the gateway, whatever becomes of it; for tests that hold calls against a specification. */
interface WireCheck {
    /** The rules a call breaks, in words without content; empty when it keeps them, or is not this check's business. */
    List<String> broken(ChatApp app, WireRequest request);
}
