package md.portar.gateway.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;

/**
 * Collects a request's body as raw bytes, within a size and a time. Vert.x Web's own body handler decodes forms, and a
 * signature is over the bytes as they came.
 */
final class BoundedBody {
    private BoundedBody() {}

    /** Why a body was not taken. */
    static final class Rejected extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int status;

        Rejected(int status, String what) {
            super(what, null, false, false);
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    /** Completes with the bytes, or fails with {@link Rejected}. Call it on the request's event loop before anything reads. */
    static Future<byte[]> read(Vertx vertx, HttpServerRequest request, int most, Duration deadline) {
        String announced = request.getHeader("Content-Length");
        if (announced != null && announced.length() > String.valueOf(most).length()) {
            return Future.failedFuture(new Rejected(413, "announced body too large"));
        }
        Promise<byte[]> promise = Promise.promise();
        Buffer collected = Buffer.buffer();
        long timer = vertx.setTimer(
                deadline.toMillis(), id -> promise.tryFail(new Rejected(408, "body not complete in time")));
        request.handler(chunk -> {
            if (collected.length() + chunk.length() > most) {
                // What still comes is read and dropped until the connection is closed after the answer.
                promise.tryFail(new Rejected(413, "body too large"));
                return;
            }
            collected.appendBuffer(chunk);
        });
        request.exceptionHandler(broken -> promise.tryFail(new Rejected(400, "connection broke while sending")));
        request.endHandler(end -> promise.tryComplete(collected.getBytes()));
        return promise.future().onComplete(done -> vertx.cancelTimer(timer));
    }
}
