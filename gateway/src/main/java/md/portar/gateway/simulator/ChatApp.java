package md.portar.gateway.simulator;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The messengers the simulator plays. */
public enum ChatApp {
    TELEGRAM,
    WHATSAPP,
    MESSENGER;

    /** The name on the wire of the page and in fault requests. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ChatApp> find(String id) {
        return Stream.of(values()).filter(app -> app.id().equals(id)).findFirst();
    }
}
