package md.portar.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import md.portar.bench.micro.MicroBenchmarks;
import md.portar.bench.process.GatewayProcess;
import md.portar.bench.process.NoopServer;
import md.portar.bench.report.Figures;
import md.portar.bench.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs everything, prints one table and ends. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Measures the packaged gateway under signed webhooks of the three platforms, and guard and matcher by JMH.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  java -jar bench/target/bench.jar",
            "  java -jar bench/target/bench.jar --only LOAD --rounds 1 --seconds 5",
            "  java -jar bench/target/bench.jar --only GUARD,MATCHER"
        })
final class BenchCommand implements Callable<Integer> {
    /** What can be measured. */
    enum Part {
        LOAD,
        START,
        GUARD,
        MATCHER
    }

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "PART",
            description = "What to measure, of ${COMPLETION-CANDIDATES} (default: all).")
    private Set<Part> only = EnumSet.allOf(Part.class);

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "Rounds with a fresh process and store each (default: ${DEFAULT-VALUE}).")
    private int rounds = 3;

    @Option(names = "--seconds", paramLabel = "N", description = "Length of each load (default: ${DEFAULT-VALUE}).")
    private int seconds = 10;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            description = "Seconds of load before it counts (default: ${DEFAULT-VALUE}).")
    private int warmUp = 8;

    @Option(
            names = "--messages",
            paramLabel = "N",
            description = "Stored messages for the start from a full store (default: ${DEFAULT-VALUE}).")
    private int messages = 100_000;

    @Option(names = "--gateway", paramLabel = "JAR", description = "The packaged gateway (default: ${DEFAULT-VALUE}).")
    private Path gateway = Path.of("gateway/target/portar.jar");

    @Option(
            names = "--java-options",
            paramLabel = "OPTIONS",
            description = "Java options of the gateway, separated by blanks (default: ${DEFAULT-VALUE}).")
    private String javaOptions = "-XX:+UseSerialGC -Xmx256m";

    @Option(
            names = "--archive",
            description = "Start from a class archive, written by starting the gateway once more before everything.")
    private boolean archive;

    @Option(
            names = "--store",
            paramLabel = "URL",
            description = "JDBC address of an empty database (default: a new SQLite file a round).")
    private String store = "";

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description =
                    "Where files go: figures.csv, .json, .svg, and the processes' logs (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("bench/target/report");

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Set<Part> parts = EnumSet.copyOf(only);
        boolean whole = parts.contains(Part.LOAD) || parts.contains(Part.START);
        if (whole && !Files.isRegularFile(gateway)) {
            spec.commandLine().getErr().println(gateway + ": there is no such file; 'mvn package' writes it");
            return 1;
        }
        Files.createDirectories(out);
        Figures figures = new Figures();
        GatewayProcess.Setup setup =
                new GatewayProcess.Setup(gateway.toAbsolutePath(), List.of(javaOptions.split(" +")), store);
        Scenario scenario = new Scenario(
                whole && archive ? Scenario.withArchive(setup, out.toAbsolutePath()) : setup,
                new Scenario.Lengths(seconds, warmUp),
                out.toAbsolutePath(),
                figures);
        for (int round = 1; round <= rounds && whole; round++) {
            say("round " + round + " of " + rounds);
            scenario.machine(round);
            if (parts.contains(Part.START)) {
                scenario.start(round, messages);
            }
            if (parts.contains(Part.LOAD)) {
                scenario.load(round);
            }
        }
        if (parts.contains(Part.GUARD)) {
            MicroBenchmarks.guard(figures, rounds, out);
        }
        if (parts.contains(Part.MATCHER)) {
            MicroBenchmarks.matcher(figures, rounds, out);
        }
        Report.write(figures, out);
        say(Report.table(figures));
        say("Files are in " + out);
        return 0;
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }

    /** The server without a gateway behind it; started by the other command as a process of its own. */
    @Command(name = "noop", hidden = true)
    int noop(@Option(names = "--port", required = true) int port) throws IOException, InterruptedException {
        NoopServer.serve(port);
        new CountDownLatch(1).await();
        return 0;
    }
}
