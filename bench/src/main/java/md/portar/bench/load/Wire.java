package md.portar.bench.load;

import java.util.OptionalInt;

/** One platform as the gateway sees it: what its webhooks look like and what it answers when the gateway sends. */
interface Wire {
    /** The path at the gateway. */
    String path();

    /** Header lines beside length and host, each ended by CR LF, that prove the body genuine. */
    String headers(String body);

    /** A player's message; {@code number} is unique over all. */
    String body(int user, long number, String text);

    /** Whether a call belongs to this platform. */
    boolean serves(String path);

    /** The player a call has words for; empty for any other call. */
    OptionalInt recipient(String path, String body);

    /** What the platform answers. */
    Answer answer(String path, String body, long number);

    /** Status and JSON body. */
    record Answer(int status, String body) {}
}
