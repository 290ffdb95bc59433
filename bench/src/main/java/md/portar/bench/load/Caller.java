package md.portar.bench.load;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** One keep-alive connection with one request in flight; reads no more of an answer than it needs. Lives on one event loop. */
final class Caller {
    private static final String LENGTH = "content-length: ";
    private static final int STATUS_AT = 9;

    private final NetSocket socket;
    private final Runnable free;
    private final StringBuilder received = new StringBuilder();
    private @Nullable IntConsumer waiting;

    Caller(NetSocket socket, Runnable lost, Runnable free) {
        this.socket = socket;
        this.free = free;
        socket.handler(this::read);
        socket.closeHandler(closed -> {
            lost.run();
            finish(0);
        });
    }

    void call(Buffer request, IntConsumer status) {
        waiting = status;
        socket.write(request);
    }

    private void read(Buffer chunk) {
        received.append(chunk.toString(StandardCharsets.ISO_8859_1));
        int head = received.indexOf("\r\n\r\n");
        if (head < 0) {
            return;
        }
        String lines = received.substring(0, head).toLowerCase(Locale.ROOT);
        int length = (int) Math.max(0, Text.numberAfter(lines, LENGTH));
        if (received.length() < head + 4 + length) {
            return;
        }
        int status = Integer.parseInt(lines.substring(STATUS_AT, STATUS_AT + 3));
        received.setLength(0);
        finish(status);
        free.run();
    }

    private void finish(int status) {
        IntConsumer told = waiting;
        waiting = null;
        if (told != null) {
            told.accept(status);
        }
    }
}
