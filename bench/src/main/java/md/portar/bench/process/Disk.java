package md.portar.bench.process;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** What it costs here and now to make something durable. */
public final class Disk {
    private static final int ROUNDS = 50;
    private static final int PAGE = 8_192;

    private Disk() {}

    /** Milliseconds of the middle one of many writes with an fdatasync each; the file is deleted. */
    public static double syncMillis(Path file) throws IOException {
        double[] millis = new double[ROUNDS];
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (int i = 0; i < ROUNDS; i++) {
                channel.write(ByteBuffer.allocate(PAGE));
                long before = System.nanoTime();
                channel.force(false);
                millis[i] = (System.nanoTime() - before) / 1e6;
            }
        } finally {
            Files.deleteIfExists(file);
        }
        Arrays.sort(millis);
        return millis[ROUNDS / 2];
    }
}
