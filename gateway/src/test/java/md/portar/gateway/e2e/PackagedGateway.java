package md.portar.gateway.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import md.portar.gateway.simulator.ChatApp;
import md.portar.gateway.simulator.Simulator;
import md.portar.gateway.simulator.SimulatorSettings;
import org.awaitility.Awaitility;

/** The packaged jar, running {@code serve} against a simulator. Stops only the process it started. */
final class PackagedGateway implements AutoCloseable {
    static final URI PUBLIC = URI.create("https://bots.example.org");
    private static final Pattern WEBHOOKS = Pattern.compile("takes webhooks on \\S+:([0-9]+)");
    private static final Pattern CONSOLE = Pattern.compile("are on (http\\S+)");

    private final Path folder;
    private final SimulatorSettings settings = SimulatorSettings.demo().withPace(SimulatorSettings.Pace.QUICK);
    private final Simulator simulator = new Simulator(settings).start();
    private final String logLevel;
    private Process process;

    @SuppressWarnings("NullAway.Init") // the process is started by start()
    private PackagedGateway(Path folder, String logLevel) {
        this.folder = folder;
        this.logLevel = logLevel;
    }

    static PackagedGateway start(Path folder, String logLevel) {
        PackagedGateway gateway = new PackagedGateway(folder, logLevel);
        try {
            Files.writeString(gateway.config(), gateway.yaml());
            gateway.startProcess();
            return gateway;
        } catch (IOException e) {
            gateway.close();
            throw new UncheckedIOException(e);
        }
    }

    /** Where the build put the jar. */
    static Path jar() {
        Path jar = Path.of("target", "portar.jar").toAbsolutePath();
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException("the packaged jar is missing: run these tests with mvn verify");
        }
        return jar;
    }

    static List<String> java(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-Djava.awt.headless=true", "-jar", jar().toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Starts the process (again) and points the simulated platforms at it. */
    void startProcess() throws IOException {
        Files.deleteIfExists(out());
        ProcessBuilder builder = new ProcessBuilder(java("serve", "--config", config().toString()))
                .directory(folder.toFile())
                .redirectOutput(out().toFile())
                .redirectError(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().putAll(secrets());
        builder.environment().put("PORTAR_LOG_LEVEL", logLevel);
        process = builder.start();
        Awaitility.await("the gateway is up").atMost(Duration.ofSeconds(60)).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("the gateway stopped: " + Files.readString(log()));
            }
            return CONSOLE.matcher(Files.readString(out())).find();
        });
        for (ChatApp app : ChatApp.values()) {
            String path = "/webhooks/" + app.name().toLowerCase(Locale.ROOT) + "/main";
            simulator.deliverTo(
                    app,
                    new SimulatorSettings.Target(
                            URI.create(PUBLIC + path), URI.create("http://127.0.0.1:" + webhookPort() + path)));
        }
    }

    private Map<String, String> secrets() {
        return Map.of(
                "TELEGRAM_TOKEN", settings.telegram().token(),
                "TELEGRAM_SECRET", settings.telegram().webhookSecret(),
                "TWILIO_TOKEN", settings.whatsApp().authToken(),
                "PAGE_TOKEN", settings.messenger().pageToken(),
                "APP_SECRET", settings.messenger().appSecret(),
                "VERIFY_TOKEN", settings.messenger().verifyToken());
    }

    private String yaml() {
        String api = simulator.url();
        return String.join(
                "\n",
                "public-url: " + PUBLIC,
                "listen: 127.0.0.1:0",
                "private-listen: 127.0.0.1:0",
                "operator: { name: Example, case-example: C-10482 }",
                "store: { url: 'jdbc:sqlite:" + database() + "' }",
                "conversation: { burst-window: 50ms }",
                "channels:",
                "  telegram: { main: { token: '${env:TELEGRAM_TOKEN}', webhook-secret: '${env:TELEGRAM_SECRET}',"
                        + " api-url: " + api + ", conversation-gap: 10ms } }",
                "  whatsapp: { main: { account-sid: " + settings.whatsApp().accountSid()
                        + ", auth-token: '${env:TWILIO_TOKEN}', from: '"
                        + settings.whatsApp().from() + "', api-url: " + api + " } }",
                "  messenger: { main: { page-id: '" + settings.messenger().ids().page() + "', app-id: '"
                        + settings.messenger().ids().app()
                        + "', page-token: '${env:PAGE_TOKEN}', app-secret: '${env:APP_SECRET}',"
                        + " verify-token: '${env:VERIFY_TOKEN}', api-url: " + api + " } }",
                "");
    }

    Simulator simulator() {
        return simulator;
    }

    Path folder() {
        return folder;
    }

    Path config() {
        return folder.resolve("portar.yaml");
    }

    Path database() {
        return folder.resolve("portar.db");
    }

    /** Everything the process logged, over all its starts. */
    Path log() {
        return folder.resolve("portar.log");
    }

    private Path out() {
        return folder.resolve("portar.out");
    }

    int webhookPort() throws IOException {
        return Integer.parseInt(find(WEBHOOKS));
    }

    /** The private address. */
    String consoleUrl() throws IOException {
        return find(CONSOLE);
    }

    private String find(Pattern pattern) throws IOException {
        Matcher matcher = pattern.matcher(Files.readString(out(), StandardCharsets.UTF_8));
        if (!matcher.find()) {
            throw new IllegalStateException("the gateway did not say where it listens");
        }
        return matcher.group(1);
    }

    /** Ends the process without any warning. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(20, TimeUnit.SECONDS);
    }

    /** Asks the process to end and gives its exit code. */
    int stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            kill();
            throw new AssertionError("the gateway did not stop when asked");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly();
        }
        simulator.close();
    }
}
