package md.portar.core.pipeline;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A {@link NodeVictim} in a process of its own, and what it has acknowledged so far. */
final class NodeProcess {
    private final Process process;
    private final List<Integer> acknowledged = new CopyOnWriteArrayList<>();
    private final Thread reader = new Thread(this::read, "acknowledgements");
    private final int count;
    private final Path log;

    private NodeProcess(Process process, int count, Path log) {
        this.process = process;
        this.log = log;
        this.count = count;
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts one that takes in so many messages, numbered from the first on. */
    static NodeProcess start(String url, Path sink, int first, int count) throws IOException {
        Path log = sink.resolveSibling("node-" + first + ".log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        NodeVictim.class.getName(),
                        url,
                        sink.toString(),
                        Integer.toString(first),
                        Integer.toString(count))
                .redirectError(log.toFile())
                .start();
        return new NodeProcess(process, count, log);
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(NodeVictim.ACKNOWLEDGED)) {
                    acknowledged.add(Integer.valueOf(line.substring(NodeVictim.ACKNOWLEDGED.length())));
                }
            }
        } catch (IOException e) {
            acknowledged.add(Integer.MIN_VALUE); // never delivered, so that the test fails
        }
    }

    /** What it said about trouble. */
    String log() throws IOException {
        return Files.readString(log);
    }

    List<Integer> acknowledged() {
        return acknowledged;
    }

    boolean isDone() {
        return acknowledged.size() == count;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void kill() throws InterruptedException {
        // By its handle: the process object would close the stream with acknowledgements still in it.
        process.toHandle().destroyForcibly();
        reader.join();
    }

    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /** Asks it to end, and sees to it that it does. */
    void end() throws IOException, InterruptedException {
        process.getOutputStream().close();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
