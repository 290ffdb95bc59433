package md.portar.gateway.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import md.portar.core.pipeline.EngineSettings;
import md.portar.core.routing.ServiceHours;
import md.portar.core.settings.Secret;
import md.portar.core.settings.SettingsSection;
import md.portar.core.store.StoreSettings;
import md.portar.gateway.cases.CaseSettings;
import md.portar.gateway.http.ApiTokens;
import md.portar.gateway.http.ListenAddress;
import md.portar.gateway.oncall.OnCallSettings;

/**
 * What the operator sets, apart from the channels.
 *
 * @param publicUrl the address under which the platforms reach the webhooks
 * @param listen where webhooks are taken
 * @param privateListen where console, health and metrics are
 * @param consoleUrl the console's address in the agents' browsers; empty when it is reached directly
 * @param store where the store is, and who signs in there
 * @param pack the operator's FAQ pack; empty for the one that ships with the product
 * @param operator name, contacts and links, which appear in texts
 * @param hours when people answer
 * @param cases where cases are known
 * @param tokens of programs that may use the interface on the private listener
 * @param onCall who is told of requests for protection; empty for nobody
 * @param burst how long to wait for the rest of a thought that comes in several messages
 * @param dialogue limits for those who write very fast, wait or guess
 * @param retention how long things are kept
 * @param delivery how messages leave
 * @param mostConnections how many connections a listener takes at a time
 * @param drain how long a stop may take
 */
public record GatewaySettings(
        URI publicUrl,
        ListenAddress listen,
        ListenAddress privateListen,
        Optional<URI> consoleUrl,
        StoreSettings store,
        Optional<Path> pack,
        OperatorSettings operator,
        ServiceHours hours,
        CaseSettings cases,
        ApiTokens tokens,
        Optional<OnCallSettings> onCall,
        Duration burst,
        DialogueSettings dialogue,
        EngineSettings.Retention retention,
        DeliverySettings delivery,
        int mostConnections,
        Duration drain) {
    private static final URI LOCAL = URI.create("http://127.0.0.1:8080");
    private static final Duration SHORTEST_RETENTION = Duration.ofDays(2);
    private static final ListenAddress PUBLIC = new ListenAddress("0.0.0.0", 8080);
    private static final ListenAddress PRIVATE = new ListenAddress("127.0.0.1", 8081);

    /** Reads the settings; problems go into the section. */
    public static GatewaySettings read(SettingsSection root) {
        if (!root.has("public-url")) {
            root.problem("public-url", "is required: the address under which the platforms reach this gateway");
        }
        return new GatewaySettings(
                root.url("public-url", LOCAL),
                address(root, "listen", PUBLIC),
                address(root, "private-listen", PRIVATE),
                root.has("console-url") ? Optional.of(root.url("console-url", LOCAL)) : Optional.empty(),
                store(root.section("store")),
                root.section("faq").optionalText("pack").map(Path::of),
                OperatorSettings.read(root.section("operator")),
                HoursSettings.read(root.section("hours")),
                CaseSettings.read(root.section("cases")),
                ApiTokens.read(root.section("api").section("tokens")),
                OnCallSettings.read(root.section("on-call")),
                root.section("conversation").duration("burst-window", Duration.ofMillis(1_500)),
                DialogueSettings.read(root),
                retention(root.section("retention")),
                DeliverySettings.read(root.section("delivery")),
                root.number("max-connections", 4_096, 16, 1_000_000),
                root.duration("drain-time", Duration.ofSeconds(10)));
    }

    private static StoreSettings store(SettingsSection section) {
        String url = section.text("url", "jdbc:sqlite:portar.db");
        Optional<String> user = section.optionalText("user");
        Optional<Secret<String>> password = section.optionalSecret("password");
        StoreSettings settings;
        try {
            settings = StoreSettings.of(url);
        } catch (IllegalArgumentException e) {
            section.problem("url", "expected jdbc:sqlite:FILE or jdbc:postgresql://HOST/DATABASE");
            return StoreSettings.of("jdbc:sqlite:portar.db");
        }
        if (settings.isSqlite() && (user.isPresent() || password.isPresent())) {
            section.problem("user", "a SQLite file has neither user nor password");
        }
        return settings.withLogin(user.orElse(null), password.orElse(null));
    }

    private static EngineSettings.Retention retention(SettingsSection section) {
        EngineSettings.Retention usual = EngineSettings.Retention.defaults();
        Duration messages = kept(section, "messages", usual.messages());
        Duration audit = kept(section, "audit", usual.audit());
        return new EngineSettings.Retention(messages, audit, usual.eventKeys());
    }

    private static Duration kept(SettingsSection section, String key, Duration usual) {
        Duration length = section.duration(key, usual);
        if (length.compareTo(SHORTEST_RETENTION) < 0) {
            section.problem(key, "expected at least 48h");
            return usual;
        }
        return length;
    }

    private static ListenAddress address(SettingsSection root, String key, ListenAddress fallback) {
        Optional<String> text = root.optionalText(key);
        if (text.isEmpty()) {
            return fallback;
        }
        Optional<ListenAddress> address = ListenAddress.parse(text.get());
        if (address.isEmpty()) {
            root.problem(key, "expected HOST:PORT, such as 0.0.0.0:8080");
        }
        return address.orElse(fallback);
    }
}
