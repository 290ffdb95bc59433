package md.portar.bench.process;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Knocks until a process answers a request by 200. */
public final class FirstAnswer {
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(2);
    private static final int READ_MILLIS = 10_000;
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

    private FirstAnswer() {}

    /** Milliseconds from the start of the process to the first 200 for {@code request}. */
    public static double millis(ChildJvm child, int port, byte[] request) throws IOException {
        while (System.nanoTime() - child.startedAt() < PATIENCE) {
            if (!child.isAlive()) {
                throw new IOException("the process ended before it answered; its output says why");
            }
            if (answers(port, request)) {
                return (System.nanoTime() - child.startedAt()) / 1e6;
            }
            LockSupport.parkNanos(PAUSE);
        }
        throw new IOException("no answer within a minute");
    }

    private static boolean answers(int port, byte[] request) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(READ_MILLIS);
            socket.getOutputStream().write(request);
            InputStream in = socket.getInputStream();
            return new String(in.readNBytes(12), StandardCharsets.ISO_8859_1).endsWith(" 200");
        } catch (IOException notYet) {
            return false;
        }
    }
}
