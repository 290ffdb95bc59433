package md.portar.gateway.proof;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * One connection on which bytes are sent as they are: requests that no proper client would make, and many requests before the
 * first answer. Not thread-safe.
 */
final class RawHttp implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Socket socket;
    private final OutputStream out;
    private final InputStream in;

    RawHttp(int port) throws IOException {
        socket = new Socket();
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) PATIENCE.toMillis());
        socket.setSoTimeout((int) PATIENCE.toMillis());
        socket.setTcpNoDelay(true);
        out = socket.getOutputStream();
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    }

    /**
     * An answer.
     *
     * @param status 0 when the connection ended without one
     * @param closes whether the server said that it closes the connection
     */
    record Answer(int status, String body, boolean closes) {
        static final Answer NONE = new Answer(0, "", true);

        /** What no answer to a stranger may be or contain. */
        boolean tellsNothing() {
            return status < 500
                    && !body.contains("Exception")
                    && !body.contains("\tat ")
                    && !body.contains("md.portar")
                    && !body.contains("<html");
        }
    }

    /** A complete request with a correct length. */
    static byte[] request(String method, String target, List<String> headers, byte[] body) {
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: bots.example.org\r\n");
        headers.forEach(header -> head.append(header).append("\r\n"));
        head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        return join(head.toString().getBytes(StandardCharsets.ISO_8859_1), body);
    }

    static byte[] join(byte[] one, byte[] other) {
        byte[] both = new byte[one.length + other.length];
        System.arraycopy(one, 0, both, 0, one.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    void send(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    Answer exchange(byte[] request) throws IOException {
        send(request);
        return receive();
    }

    /** Sends what the server may refuse half-way; an answer given meanwhile counts. */
    Answer insist(byte[] request) throws IOException {
        try {
            send(request);
        } catch (IOException refused) {
            // It closed while we were still talking; its answer may already be here.
        }
        return receive();
    }

    /** The next answer; {@link Answer#NONE} when the connection ended instead. */
    Answer receive() throws IOException {
        String status = line();
        if (status.isEmpty()) {
            return Answer.NONE;
        }
        int length = 0;
        boolean closes = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).strip());
            }
            closes |= lower.startsWith("connection:") && lower.contains("close");
        }
        String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        return new Answer(Integer.parseInt(status.split(" ")[1]), body, closes);
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(64);
        try {
            for (int next = in.read(); next != '\n'; next = in.read()) {
                if (next < 0) {
                    throw new EOFException();
                }
                if (next != '\r') {
                    line.write(next);
                }
            }
        } catch (SocketTimeoutException silent) {
            throw silent;
        } catch (IOException ended) {
            return "";
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    /** Waits until the server has closed the connection; false when it has not after that time. */
    boolean isClosedWithin(Duration time) throws IOException {
        long until = System.nanoTime() + time.toNanos();
        socket.setSoTimeout((int) Math.max(1, time.toMillis()));
        try {
            while (in.read() >= 0) {
                if (System.nanoTime() > until) {
                    return false;
                }
            }
        } catch (SocketTimeoutException open) {
            return false;
        } catch (IOException reset) {
            return true;
        }
        return true;
    }

    @Override
    public void close() {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException gone) {
            // it is closed either way
        }
    }
}
