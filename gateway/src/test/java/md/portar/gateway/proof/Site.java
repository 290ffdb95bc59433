package md.portar.gateway.proof;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import md.portar.gateway.simulator.ChatApp;
import md.portar.gateway.simulator.SimulatorSettings;

/**
 * Where one gateway process lives and how it is set up.
 *
 * @param api the platforms' address
 * @param storeUrl JDBC URL
 * @param options further settings of each channel, as {@code key: value}
 * @param more further top-level lines
 * @param second whether each channel has an account {@code other} too, with secrets of its own
 */
record Site(
        Path folder,
        SimulatorSettings accounts,
        String api,
        String storeUrl,
        Map<ChatApp, String> options,
        List<String> more,
        boolean second) {
    /** What the secrets of the second accounts begin with. */
    static final String SECOND = "second-tenant-";

    /** The public address that the platforms know, and sign. */
    static final URI PUBLIC = URI.create("https://bots.example.org");

    Site {
        options = new EnumMap<>(options);
        more = List.copyOf(more);
    }

    /** SQLite in the folder, and rates that do not hold anything up. */
    static Site fast(Path folder, SimulatorSettings accounts, String api) {
        Map<ChatApp, String> options = new EnumMap<>(ChatApp.class);
        options.put(ChatApp.TELEGRAM, "conversation-gap: 5ms, per-second: 1000");
        options.put(ChatApp.WHATSAPP, "per-second: 1000");
        options.put(ChatApp.MESSENGER, "per-second: 10000");
        return new Site(folder, accounts, api, sqlite(folder), options, List.of(), false);
    }

    /** SQLite in the folder, and the platforms' own rates. */
    static Site usual(Path folder, SimulatorSettings accounts, String api) {
        Map<ChatApp, String> options = new EnumMap<>(ChatApp.class);
        for (ChatApp app : ChatApp.values()) {
            options.put(app, "");
        }
        return new Site(folder, accounts, api, sqlite(folder), options, List.of(), false);
    }

    private static String sqlite(Path folder) {
        return "jdbc:sqlite:" + folder.resolve("portar.db");
    }

    /** The same gateway on another store. */
    Site on(Path otherFolder, String otherStore) {
        return new Site(otherFolder, accounts, api, otherStore, options, more, second);
    }

    /** With another top-level setting. */
    Site with(String line) {
        List<String> lines = new ArrayList<>(more);
        lines.add(line);
        return new Site(folder, accounts, api, storeUrl, options, lines, second);
    }

    /** With another setting of a channel. */
    Site with(ChatApp app, String option) {
        Map<ChatApp, String> changed = new EnumMap<>(options);
        changed.merge(app, option, (old, added) -> old.isEmpty() ? added : old + ", " + added);
        return new Site(folder, accounts, api, storeUrl, changed, more, second);
    }

    /** With a second account on each channel. */
    Site withSecondAccounts() {
        return new Site(folder, accounts, api, storeUrl, options, more, true);
    }

    static String path(ChatApp app) {
        return "/webhooks/" + app.name().toLowerCase(Locale.ROOT) + "/main";
    }

    Map<String, String> secrets() {
        Map<String, String> secrets = new TreeMap<>(Map.of(
                "TELEGRAM_TOKEN", accounts.telegram().token(),
                "TELEGRAM_SECRET", accounts.telegram().webhookSecret(),
                "TWILIO_TOKEN", accounts.whatsApp().authToken(),
                "PAGE_TOKEN", accounts.messenger().pageToken(),
                "APP_SECRET", accounts.messenger().appSecret(),
                "VERIFY_TOKEN", accounts.messenger().verifyToken()));
        Map<String, String> others = new TreeMap<>();
        secrets.forEach((name, value) -> others.put(
                "OTHER_" + name, name.equals("TELEGRAM_TOKEN") ? "200000000:" + SECOND + "bot" : SECOND + value));
        secrets.putAll(others);
        return secrets;
    }

    String yaml() {
        List<String> lines = new ArrayList<>(List.of(
                "public-url: " + PUBLIC,
                "listen: 127.0.0.1:0",
                "private-listen: 127.0.0.1:0",
                "operator: { name: Example, case-example: C-10482 }",
                "store: { url: '" + storeUrl + "' }",
                "conversation: { burst-window: 20ms }"));
        lines.addAll(more);
        lines.add("channels:");
        lines.add(
                channel(ChatApp.TELEGRAM, "token: '${env:TELEGRAM_TOKEN}', webhook-secret: '${env:TELEGRAM_SECRET}'"));
        lines.add(channel(
                ChatApp.WHATSAPP,
                "account-sid: " + accounts.whatsApp().accountSid() + ", auth-token: '${env:TWILIO_TOKEN}', from: '"
                        + accounts.whatsApp().from() + "'"));
        SimulatorSettings.Messenger.Ids ids = accounts.messenger().ids();
        lines.add(channel(
                ChatApp.MESSENGER,
                "page-id: '" + ids.page() + "', app-id: '" + ids.app() + "', page-token: '${env:PAGE_TOKEN}',"
                        + " app-secret: '${env:APP_SECRET}', verify-token: '${env:VERIFY_TOKEN}'"));
        return String.join("\n", lines) + "\n";
    }

    private String channel(ChatApp app, String own) {
        String option = options.getOrDefault(app, "");
        String rest = ", api-url: " + api + (option.isEmpty() ? "" : ", " + option) + " }";
        String other = second ? ", other: { " + own.replace("${env:", "${env:OTHER_") + rest : "";
        return "  " + app.name().toLowerCase(Locale.ROOT) + ": { main: { " + own + rest + other + " }";
    }
}
