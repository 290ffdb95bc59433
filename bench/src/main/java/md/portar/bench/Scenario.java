package md.portar.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import md.portar.bench.load.Load;
import md.portar.bench.load.Tally;
import md.portar.bench.load.Target;
import md.portar.bench.process.ChildJvm;
import md.portar.bench.process.Disk;
import md.portar.bench.process.FirstAnswer;
import md.portar.bench.process.GatewayProcess;
import md.portar.bench.process.Ports;
import md.portar.bench.process.SeededStore;
import md.portar.bench.report.Figures;
import org.HdrHistogram.Histogram;

/** What happens in a round, and which figures come of it. */
final class Scenario {
    private static final List<Integer> RATES = List.of(200, 1_000);
    private static final int STEADY_OPEN = 2_000;
    private static final int BURST_OPEN = 29_000;
    private static final List<String> NOOP_OPTIONS = List.of("-XX:+UseSerialGC", "-Xmx256m");

    private final GatewayProcess.Setup setup;
    private final Lengths lengths;
    private final Path out;
    private final Figures figures;

    /** Seconds of a load and of the warm-up. */
    record Lengths(int load, int warmUp) {
        /** How long nothing may come before what is still open counts as unanswered. */
        Duration patience() {
            return Duration.ofSeconds(Math.min(load, 10) + 1L);
        }
    }

    Scenario(GatewayProcess.Setup setup, Lengths lengths, Path out, Figures figures) {
        this.setup = setup;
        this.lengths = lengths;
        this.out = out;
        this.figures = figures;
    }

    /** Starts and stops the gateway once, so that it writes the archive with which it is measured. */
    static GatewayProcess.Setup withArchive(GatewayProcess.Setup setup, Path out) throws IOException {
        Path file = out.resolve("portar.jsa");
        Path folder = out.resolve("archive-" + ProcessHandle.current().pid());
        Files.deleteIfExists(file);
        start(setup.with("-XX:ArchiveClassesAtExit=" + file), folder);
        deleteStore(folder);
        if (!Files.isRegularFile(file)) {
            throw new IOException("no class archive was written; " + folder + " has the output");
        }
        return setup.with("-XX:SharedArchiveFile=" + file);
    }

    /** Start to first acknowledgement, from nothing and with a history. */
    void start(int round, int messages) throws IOException {
        figures.add("start to first acknowledgement: empty store", "ms", start(setup, folder(round, "start-empty")));
        if (!setup.store().isEmpty()) {
            return;
        }
        Path seeded = out.resolve("seeded-" + messages + ".db");
        if (Files.notExists(seeded)) {
            SeededStore.fill(seeded, messages);
        }
        Path full = folder(round, "start-full");
        Files.createDirectories(full);
        Files.copy(seeded, full.resolve("portar.db"), StandardCopyOption.REPLACE_EXISTING);
        figures.add("start to first acknowledgement: " + messages + " messages", "ms", start(setup, full));
        deleteStore(full);
    }

    private static double start(GatewayProcess.Setup setup, Path folder) throws IOException {
        int port = Ports.free();
        try (Load load = new Load(port, 0);
                ChildJvm gateway = GatewayProcess.start(setup, folder, port, Ports.free(), load.sinkPort())) {
            return FirstAnswer.millis(gateway, port, load.webhook(Target.gateway(port), 0));
        }
    }

    /** What the machine was doing meanwhile, without which no absolute figure means anything. */
    void machine(int round) throws IOException {
        figures.add("machine: waiting for one fdatasync, p50", "ms", Disk.syncMillis(out.resolve("sync-" + round)));
        figures.add(
                "machine: load average before the round",
                "threads",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    /** The three loads on the server alone and on the gateway. */
    void load(int round) throws IOException {
        noop(round);
        Path folder = folder(round, "load");
        int port = Ports.free();
        try (Load load = new Load(port, 0);
                ChildJvm gateway = GatewayProcess.start(setup, folder, port, Ports.free(), load.sinkPort())) {
            Target target = Target.gateway(port);
            FirstAnswer.millis(gateway, port, load.webhook(target, 0));
            figures.add("memory: started", "MiB PSS", gateway.pssMiB());
            load.flatOut(target, Duration.ofSeconds(lengths.warmUp()), STEADY_OPEN, lengths.patience());
            for (int rate : RATES) {
                atRate(load, target, gateway, rate);
            }
            flatOut(load, target, gateway);
        }
        deleteStore(folder);
    }

    private void noop(int round) throws IOException {
        int port = Ports.free();
        List<String> arguments = new ArrayList<>(NOOP_OPTIONS);
        arguments.addAll(List.of(
                "-cp", System.getProperty("java.class.path"), Main.class.getName(), "noop", "--port", "" + port));
        Path folder = Files.createDirectories(folder(round, "noop"));
        try (Load load = new Load(port, 0);
                ChildJvm server = ChildJvm.start(arguments, Map.of(), folder.resolve("noop.log"))) {
            Target target = Target.noop(port);
            FirstAnswer.millis(server, port, load.webhook(target, 0));
            load.flatOut(target, Duration.ofSeconds(Math.min(lengths.warmUp(), 4)), STEADY_OPEN, lengths.patience());
            for (int rate : RATES) {
                Tally tally = load.atRate(target, rate, Duration.ofSeconds(lengths.load()), lengths.patience());
                percentiles("no-op answer at " + rate + "/s", tally.acknowledgement());
            }
            long cpu = server.cpuMillis();
            Tally tally = load.flatOut(target, Duration.ofSeconds(lengths.load()), STEADY_OPEN, lengths.patience());
            figures.add("no-op answers flat out", "per s", tally.acknowledgedPerSecond());
            figures.add("no-op CPU flat out", "µs", (server.cpuMillis() - cpu) * 1e3 / (double) tally.acknowledged());
        }
    }

    private void atRate(Load load, Target target, ChildJvm gateway, int rate) throws IOException {
        long cpu = gateway.cpuMillis();
        Tally tally = load.atRate(target, rate, Duration.ofSeconds(lengths.load()), lengths.patience());
        String at = " at " + rate + "/s";
        percentiles("acknowledgement" + at, tally.acknowledgement());
        for (String percentile : List.of("p50", "p99", "p99.9")) {
            figures.relate("acknowledgement" + at + " " + percentile, "no-op answer" + at + " " + percentile);
        }
        percentiles("reply" + at, tally.reply());
        figures.add("not acknowledged" + at, "messages", (double) tally.refused());
        figures.add("acknowledged, not answered" + at, "messages", (double) tally.unanswered());
        perMessage(at, gateway.cpuMillis() - cpu, tally);
        figures.add("memory" + at, "MiB PSS", gateway.pssMiB());
    }

    private void flatOut(Load load, Target target, ChildJvm gateway) throws IOException {
        long cpu = gateway.cpuMillis();
        Tally steady = load.flatOut(target, Duration.ofSeconds(lengths.load()), STEADY_OPEN, lengths.patience());
        figures.add(
                "acknowledged and answered flat out",
                "per s",
                (double) steady.answered() / Math.max(steady.answeredIn(), lengths.load()));
        figures.relate("acknowledged and answered flat out", "no-op answers flat out");
        percentiles("acknowledgement flat out", steady.acknowledgement());
        percentiles("reply flat out", steady.reply());
        figures.add("acknowledged, not answered flat out", "messages", (double) steady.unanswered());
        perMessage(" flat out", gateway.cpuMillis() - cpu, steady);
        figures.relate("CPU a message flat out", "no-op CPU flat out");
        figures.add("memory flat out", "MiB PSS", gateway.pssMiB());
        Tally burst =
                load.flatOut(target, Duration.ofSeconds(Math.min(2, lengths.load())), BURST_OPEN, lengths.patience());
        figures.add("acknowledged in a burst of 2 s", "per s", burst.acknowledgedPerSecond());
        figures.relate("acknowledged in a burst of 2 s", "no-op answers flat out");
        figures.add("acknowledged, not answered in a burst", "messages", (double) burst.unanswered());
    }

    private void perMessage(String at, long cpuMillis, Tally tally) {
        figures.add("CPU a message" + at, "µs", cpuMillis * 1e3 / (double) Math.max(1, tally.acknowledged()));
        figures.add("sends a message" + at, "calls", (double) tally.calls() / Math.max(1, tally.acknowledged()));
    }

    private void percentiles(String name, Histogram nanos) {
        figures.add(name + " p50", "ms", nanos.getValueAtPercentile(50) / 1e6);
        figures.add(name + " p99", "ms", nanos.getValueAtPercentile(99) / 1e6);
        figures.add(name + " p99.9", "ms", nanos.getValueAtPercentile(99.9) / 1e6);
    }

    private Path folder(int round, String name) {
        return out.resolve(
                "round-" + round + "-" + name + "-" + ProcessHandle.current().pid());
    }

    private static void deleteStore(Path folder) throws IOException {
        for (String suffix : List.of("", "-wal", "-shm", ".lock")) {
            Files.deleteIfExists(folder.resolve("portar.db" + suffix));
        }
    }
}
