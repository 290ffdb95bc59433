package md.portar.gateway.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import md.portar.core.guard.SecretGuard;
import md.portar.core.message.Language;
import md.portar.core.pipeline.Engine;
import md.portar.core.pipeline.EngineSettings;
import md.portar.core.settings.Secret;
import md.portar.core.settings.SettingsReader;
import md.portar.core.store.Store;
import md.portar.core.store.StoreSettings;
import md.portar.core.store.StoreUnavailable;
import md.portar.core.store.jdbc.JdbcStore;
import md.portar.core.telemetry.GatewayMetrics;
import md.portar.core.texts.OperatorFacts;
import md.portar.core.texts.PlayerNotices;
import md.portar.core.texts.Texts;
import md.portar.gateway.PipelineTexts;
import md.portar.gateway.config.GatewaySettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The store a command works on beside a gateway that may be running. */
final class StoreOption {
    private static final Path USUAL = Path.of("portar.yaml");

    @ArgGroup
    private @Nullable Source source;

    /** One of the two, or neither. */
    static final class Source {
        @Option(
                names = {"-c", "--config"},
                paramLabel = "FILE",
                description = "configuration that names the store; default: portar.yaml in this folder")
        private @Nullable Path config;

        @ArgGroup(exclusive = false)
        private @Nullable Direct direct;
    }

    /** The store without a configuration. */
    static final class Direct {
        @Option(
                names = "--store",
                required = true,
                paramLabel = "URL",
                description = "the store itself: jdbc:sqlite:FILE or jdbc:postgresql://HOST/DATABASE")
        private String url = "";

        @Option(names = "--store-user", paramLabel = "NAME", description = "who signs in at the PostgreSQL server")
        private @Nullable String user;

        @Option(
                names = "--store-password",
                paramLabel = "REFERENCE",
                description = "where the password is: ${env:NAME} or ${file:PATH}, in quotes for the shell")
        private @Nullable String password;

        private StoreSettings settings() throws CommandProblem {
            StoreSettings settings;
            try {
                settings = StoreSettings.of(url);
            } catch (IllegalArgumentException e) {
                throw new CommandProblem("--store: expected jdbc:sqlite:FILE or jdbc:postgresql://HOST/DATABASE");
            }
            if (settings.isSqlite() && (user != null || password != null)) {
                throw new CommandProblem("--store-user: a SQLite file has neither user nor password");
            }
            return settings.withLogin(user, password == null ? null : secret(password));
        }

        private static Secret<String> secret(String reference) throws CommandProblem {
            List<String> problems = new ArrayList<>();
            Optional<Secret<String>> secret = SettingsReader.secret(reference, System.getenv(), problems::add);
            return secret.orElseThrow(() -> new CommandProblem("--store-password: " + problems.get(0)));
        }
    }

    /** A store with the ports that work without a running gateway. */
    record Opened(Store store, Engine engine, Optional<URI> console) implements AutoCloseable {
        @Override
        public void close() {
            engine.close();
            store.close();
        }
    }

    /** Opens the store; the caller closes it. */
    Opened open(Clock clock) throws CommandProblem {
        if (source != null && source.direct != null) {
            return open(source.direct.settings(), Optional.empty(), clock);
        }
        Path config = source == null ? null : source.config;
        if (config == null && !Files.exists(USUAL)) {
            throw new CommandProblem("which store? Give --store or --config, or run it beside a portar.yaml");
        }
        GatewaySettings settings = read(config == null ? USUAL : config);
        return open(settings.store(), Optional.of(console(settings)), clock);
    }

    /** The gateway's own settings without the channels, whose secrets are not needed here. */
    static GatewaySettings read(Path file) throws CommandProblem {
        SettingsReader reader;
        try {
            reader = SettingsReader.parse(Files.readString(file), System.getenv());
        } catch (IOException e) {
            throw new CommandProblem(file + ": cannot be read, or is not UTF-8");
        }
        GatewaySettings settings = GatewaySettings.read(reader.root());
        if (!reader.problems().isEmpty()) {
            List<String> lines = new ArrayList<>();
            reader.problems().all().forEach(problem -> lines.add(file + ": " + problem));
            throw new CommandProblem(lines);
        }
        return settings;
    }

    private static Opened open(StoreSettings where, Optional<URI> console, Clock clock) throws CommandProblem {
        StoreSettings settings = where.withRole(StoreSettings.Role.TOOL);
        if (settings.isSqlite()) {
            requireFolder(settings.sqliteFile());
        }
        try {
            SecretGuard guard = SecretGuard.standard();
            Store store = JdbcStore.open(settings, guard);
            PlayerNotices notices = new PlayerNotices(new Texts(OperatorFacts.NONE, ZoneId.of("Europe/Chisinau")));
            Engine engine = Engine.open(new Engine.Parts(
                    store,
                    guard,
                    new PipelineTexts(notices, Language.EN),
                    clock,
                    GatewayMetrics.none(),
                    EngineSettings.defaults()));
            return new Opened(store, engine, console);
        } catch (StoreUnavailable e) {
            throw new CommandProblem("the store cannot be opened: " + e.getMessage()
                    + ". Is the file a Portar database that this user may write, or the server reachable?");
        }
    }

    private static void requireFolder(Path file) throws CommandProblem {
        Path folder = file.getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new CommandProblem(folder + ": there is no such folder for the store");
        }
        if (Files.isDirectory(file)) {
            throw new CommandProblem(file + ": is a folder; the store is a file");
        }
    }

    /** Where agents open the console. */
    static URI console(GatewaySettings settings) {
        String host = settings.privateListen().host();
        boolean anywhere = host.equals("0.0.0.0") || host.equals("::");
        return settings.consoleUrl()
                .orElseGet(() -> URI.create("http://" + (anywhere ? "127.0.0.1" : host) + ":"
                        + settings.privateListen().port()));
    }
}
