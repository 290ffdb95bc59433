package md.portar.core.channel;

import java.util.List;
import java.util.Optional;

/** One account of a channel: the adapter and what else the platform offers. */
public interface Channel extends AutoCloseable {
    ChannelAdapter adapter();

    /** Fetches media from the platform, where that is possible. */
    default Optional<MediaSource> media() {
        return Optional.empty();
    }

    /** Asks the platform for updates instead of waiting for webhooks, when so configured. */
    default Optional<UpdateSource> updates() {
        return Optional.empty();
    }

    /** Asks the platform whether it is up, and what became of a send without a clear answer. */
    default Optional<PlatformInquiry> inquiry() {
        return Optional.empty();
    }

    /**
     * The templates that may be sent outside the reply window: empty where the platform knows none, an empty list where none is
     * configured.
     */
    default Optional<List<MessageTemplate>> templates() {
        return Optional.empty();
    }

    /** Registers webhooks and profile texts with the platform. */
    default Optional<ChannelSetup> setup() {
        return Optional.empty();
    }

    /** Releases connections and threads. Idempotent; never throws. */
    @Override
    void close();
}
