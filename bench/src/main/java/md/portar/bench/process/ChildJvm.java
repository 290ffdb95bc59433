package md.portar.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Java process of its own, and what the kernel says about it (Linux only). */
public final class ChildJvm implements AutoCloseable {
    private static final int STOP_SECONDS = 60;
    private static final long TICK_MILLIS = 10; // USER_HZ is 100 on every Linux that Java runs on
    private static final int UTIME = 11; // fields of /proc/PID/stat behind the name
    private static final int STIME = 12;

    private final Process process;
    private final long startedAt;

    private ChildJvm(Process process, long startedAt) {
        this.process = process;
        this.startedAt = startedAt;
    }

    /** Starts {@code java arguments…} with its output in a file. */
    public static ChildJvm start(List<String> arguments, Map<String, String> environment, Path output)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment().putAll(environment);
        long now = System.nanoTime();
        return new ChildJvm(builder.start(), now);
    }

    /** The {@link System#nanoTime} of the start. */
    public long startedAt() {
        return startedAt;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Proportional share of memory in MiB, which is what the process costs the machine. */
    public double pssMiB() throws IOException {
        for (String line : Files.readAllLines(proc("smaps_rollup"))) {
            if (line.startsWith("Pss:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
            }
        }
        throw new IOException("no Pss in smaps_rollup");
    }

    /** Milliseconds of all cores used so far, in user and kernel mode. */
    public long cpuMillis() throws IOException {
        String stat = Files.readString(proc("stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[UTIME]) + Long.parseLong(fields[STIME])) * TICK_MILLIS;
    }

    private Path proc(String file) {
        return Path.of("/proc", String.valueOf(process.pid()), file);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
