package md.portar.gateway.proof;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import md.portar.gateway.simulator.ChatApp;
import md.portar.gateway.simulator.Simulator;
import md.portar.gateway.simulator.SimulatorSettings;
import org.awaitility.Awaitility;

/** The packaged jar as a process to start, kill, freeze and stop. Signals only the process it started. */
final class GatewayProcess implements AutoCloseable {
    private static final Pattern WEBHOOKS = Pattern.compile("takes webhooks on \\S+:([0-9]+)");
    private static final Pattern CONSOLE = Pattern.compile("are on (http\\S+)");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Site site;
    private final List<String> wrapper;
    private final Map<String, String> environment = new TreeMap<>();
    private int starts;
    private int webhookPort;
    private String privateUrl = "";

    @SuppressWarnings("NullAway.Init") // set by launch()
    private Process process;

    GatewayProcess(Site site) {
        this(site, List.of());
    }

    /**
     * @param wrapper a command that starts another one, such as {@code strace -o FILE}
     */
    GatewayProcess(Site site, List<String> wrapper) {
        this.site = site;
        this.wrapper = List.copyOf(wrapper);
        environment.putAll(site.secrets());
        environment.put("PORTAR_LOG_LEVEL", "INFO");
    }

    /** The same, with a log of this level. */
    GatewayProcess logging(String level) {
        environment.put("PORTAR_LOG_LEVEL", level);
        return this;
    }

    /** Where the build put the jar. */
    static Path jar() {
        Path jar = Path.of("target", "portar.jar").toAbsolutePath();
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException("the packaged jar is missing: run these proofs with mvn verify");
        }
        return jar;
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(wrapper);
        command.addAll(java("serve", "--config", config().toString()));
        return command;
    }

    /** The command that runs the jar with these arguments. */
    static List<String> java(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Djava.awt.headless=true"));
        command.addAll(List.of("-jar", jar().toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Starts it and waits until it takes webhooks; the platforms are told its new address. */
    GatewayProcess start(Simulator simulator) throws IOException {
        launch();
        awaitReady();
        aim(simulator);
        return this;
    }

    /** Starts it without waiting. */
    void launch() throws IOException {
        Files.createDirectories(site.folder());
        Files.writeString(config(), site.yaml());
        starts++;
        ProcessBuilder builder = new ProcessBuilder(command())
                .directory(site.folder().toFile())
                .redirectOutput(out().toFile())
                .redirectError(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().putAll(environment);
        process = builder.start();
    }

    /** Waits until the process says where it listens. */
    void awaitReady() throws IOException {
        Awaitility.await("the gateway is up")
                .pollInterval(Duration.ofMillis(20))
                .atMost(PATIENCE)
                .until(() -> {
                    if (!process.isAlive()) {
                        throw new IllegalStateException("the gateway stopped: " + Files.readString(log()));
                    }
                    return CONSOLE.matcher(Files.readString(out())).find();
                });
        webhookPort = Integer.parseInt(find(WEBHOOKS));
        privateUrl = find(CONSOLE);
    }

    /** Makes the simulated platforms deliver here. */
    void aim(Simulator simulator) {
        for (ChatApp app : ChatApp.values()) {
            simulator.deliverTo(
                    app, new SimulatorSettings.Target(URI.create(Site.PUBLIC + Site.path(app)), webhook(app)));
        }
    }

    private String find(Pattern pattern) throws IOException {
        Matcher matcher = pattern.matcher(Files.readString(out()));
        if (!matcher.find()) {
            throw new IllegalStateException("the gateway did not say where it listens");
        }
        return matcher.group(1);
    }

    URI webhook(ChatApp app) {
        return URI.create("http://127.0.0.1:" + webhookPort + Site.path(app));
    }

    int webhookPort() {
        return webhookPort;
    }

    /** The address of health and metrics. */
    String privateUrl() {
        return privateUrl;
    }

    Path folder() {
        return site.folder();
    }

    Path config() {
        return site.folder().resolve("portar.yaml");
    }

    Path database() {
        return site.folder().resolve("portar.db");
    }

    /** Everything it logged, over all its starts. */
    Path log() {
        return site.folder().resolve("portar.log");
    }

    private Path out() {
        return site.folder().resolve("portar-" + starts + ".out");
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** {@code kill -9}: ends it without any warning. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(30, TimeUnit.SECONDS);
    }

    /** {@code kill -STOP}: it stands still, and knows nothing of it. */
    void freeze() throws IOException, InterruptedException {
        signal("-STOP");
    }

    /** {@code kill -CONT}. */
    void thaw() throws IOException, InterruptedException {
        signal("-CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        int exit =
                new ProcessBuilder("kill", name, Long.toString(pid())).start().waitFor();
        if (exit != 0) {
            throw new IllegalStateException("the process could not be signalled");
        }
    }

    /** {@code kill -TERM}: asks it to end; gives how long that took. */
    Duration stop() throws InterruptedException {
        long started = System.nanoTime();
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            kill();
            throw new AssertionError("the gateway did not stop when asked");
        }
        return Duration.ofNanos(System.nanoTime() - started);
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly();
        }
    }
}
