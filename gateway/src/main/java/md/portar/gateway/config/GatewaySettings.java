package md.portar.gateway.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import md.portar.core.routing.ServiceHours;
import md.portar.core.settings.SettingsSection;
import md.portar.gateway.cases.CaseSettings;
import md.portar.gateway.http.ApiTokens;
import md.portar.gateway.http.ListenAddress;

/**
 * What the operator sets, apart from the channels.
 *
 * @param publicUrl the address under which the platforms reach the webhooks
 * @param listen where webhooks are taken
 * @param privateListen where console, health and metrics are
 * @param consoleUrl the console's address in the agents' browsers; empty when it is reached directly
 * @param storeUrl JDBC URL of the store
 * @param pack the operator's FAQ pack; empty for the one that ships with the product
 * @param operator name, contacts and links, which appear in texts
 * @param hours when people answer
 * @param cases where cases are known
 * @param tokens of programs that may use the interface on the private listener
 * @param burst how long to wait for the rest of a thought that comes in several messages
 * @param drain how long a stop may take
 */
public record GatewaySettings(
        URI publicUrl,
        ListenAddress listen,
        ListenAddress privateListen,
        Optional<URI> consoleUrl,
        String storeUrl,
        Optional<Path> pack,
        OperatorSettings operator,
        ServiceHours hours,
        CaseSettings cases,
        ApiTokens tokens,
        Duration burst,
        Duration drain) {
    private static final URI LOCAL = URI.create("http://127.0.0.1:8080");
    private static final ListenAddress PUBLIC = new ListenAddress("0.0.0.0", 8080);
    private static final ListenAddress PRIVATE = new ListenAddress("127.0.0.1", 8081);

    /** Reads the settings; problems go into the section. */
    public static GatewaySettings read(SettingsSection root) {
        if (!root.has("public-url")) {
            root.problem("public-url", "is required: the address under which the platforms reach this gateway");
        }
        String store = root.section("store").text("url", "jdbc:sqlite:portar.db");
        if (!store.startsWith("jdbc:sqlite:") && !store.startsWith("jdbc:postgresql:")) {
            root.problem("store.url", "expected jdbc:sqlite:FILE or jdbc:postgresql://HOST/DATABASE");
        }
        return new GatewaySettings(
                root.url("public-url", LOCAL),
                address(root, "listen", PUBLIC),
                address(root, "private-listen", PRIVATE),
                root.has("console-url") ? Optional.of(root.url("console-url", LOCAL)) : Optional.empty(),
                store,
                root.section("faq").optionalText("pack").map(Path::of),
                OperatorSettings.read(root.section("operator")),
                HoursSettings.read(root.section("hours")),
                CaseSettings.read(root.section("cases")),
                ApiTokens.read(root.section("api").section("tokens")),
                root.section("conversation").duration("burst-window", Duration.ofMillis(1_500)),
                root.duration("drain-time", Duration.ofSeconds(10)));
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
