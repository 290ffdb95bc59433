package md.portar.gateway.config;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import md.portar.core.settings.SettingsReader;

/** One document of settings, read as a whole. */
public record Configuration(GatewaySettings settings, Channels channels) {
    /** The document has mistakes; every one of them is told, each with its key. */
    public static final class Invalid extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient List<String> problems;

        Invalid(List<String> problems) {
            super("the settings have " + problems.size() + " mistakes");
            this.problems = List.copyOf(problems);
        }

        public List<String> problems() {
            return problems;
        }
    }

    /**
     * Reads the document and makes the channels, which the caller closes.
     *
     * @param environment where secrets are looked up
     */
    public static Configuration read(String yaml, Map<String, String> environment, Clock clock) throws Invalid {
        SettingsReader reader = SettingsReader.parse(yaml, environment);
        if (!reader.problems().isEmpty()) {
            throw new Invalid(reader.problems().all());
        }
        GatewaySettings settings = GatewaySettings.read(reader.root());
        Channels channels = Channels.create(reader.root(), settings.publicUrl(), clock);
        reader.finish();
        if (!reader.problems().isEmpty()) {
            channels.close();
            throw new Invalid(reader.problems().all());
        }
        return new Configuration(settings, channels);
    }
}
