package md.portar.gateway.simulator;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Something a player did, on its way to the gateway.
 *
 * @param messageId the platform's id of it
 * @param answer the last HTTP status the gateway answered with; 0 when it could not be reached
 */
public record Report(String messageId, CompletableFuture<Integer> answer) {
    /** Waits for the gateway's answer. */
    public int status() {
        try {
            return answer.get(30, TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the gateway's answer");
        } catch (ExecutionException | TimeoutException none) {
            throw new IllegalStateException("the gateway did not answer the webhook", none);
        }
    }
}
