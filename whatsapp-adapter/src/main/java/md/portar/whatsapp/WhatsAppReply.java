package md.portar.whatsapp;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;
import md.portar.core.channel.DeliveryFailure;
import md.portar.core.channel.DeliveryOutcome;
import md.portar.core.channel.DeliveryOutcome.RetryAfter;
import md.portar.core.channel.DeliveryOutcome.RetryScope;
import md.portar.core.channel.DeliveryOutcome.Uncertain;
import md.portar.core.channel.DeliveryOutcome.Undeliverable;

/** What an answer of Twilio or a status callback means, by one table of error codes (Twilio error dictionary, read 2026-11-22). */
final class WhatsAppReply {
    private static final Duration LIMIT_PAUSE = Duration.ofSeconds(30);
    private static final Duration IN_PROGRESS_PAUSE = Duration.ofSeconds(60);
    private static final int IN_PROGRESS = 20009;

    private static final Map<Integer, DeliveryFailure> BY_CODE = Map.ofEntries(
            Map.entry(20003, DeliveryFailure.UNAUTHORISED),
            Map.entry(21603, DeliveryFailure.UNAUTHORISED),
            Map.entry(63001, DeliveryFailure.UNAUTHORISED),
            Map.entry(63007, DeliveryFailure.UNAUTHORISED),
            Map.entry(63008, DeliveryFailure.UNAUTHORISED),
            Map.entry(20429, DeliveryFailure.RATE_LIMITED),
            Map.entry(63017, DeliveryFailure.RATE_LIMITED),
            Map.entry(63018, DeliveryFailure.RATE_LIMITED),
            Map.entry(63038, DeliveryFailure.RATE_LIMITED),
            Map.entry(20500, DeliveryFailure.PLATFORM_DOWN),
            Map.entry(20503, DeliveryFailure.PLATFORM_DOWN),
            Map.entry(30008, DeliveryFailure.PLATFORM_DOWN),
            Map.entry(63009, DeliveryFailure.PLATFORM_DOWN),
            Map.entry(63010, DeliveryFailure.PLATFORM_DOWN),
            Map.entry(63012, DeliveryFailure.PLATFORM_DOWN),
            Map.entry(63016, DeliveryFailure.WINDOW_CLOSED),
            Map.entry(21211, DeliveryFailure.RECIPIENT_BLOCKED),
            Map.entry(21610, DeliveryFailure.RECIPIENT_BLOCKED),
            Map.entry(21614, DeliveryFailure.RECIPIENT_BLOCKED),
            Map.entry(63003, DeliveryFailure.RECIPIENT_BLOCKED),
            Map.entry(63014, DeliveryFailure.RECIPIENT_BLOCKED),
            Map.entry(63015, DeliveryFailure.RECIPIENT_BLOCKED),
            Map.entry(63024, DeliveryFailure.RECIPIENT_BLOCKED),
            Map.entry(63033, DeliveryFailure.RECIPIENT_BLOCKED));

    private WhatsAppReply() {}

    /** The failure a code stands for; codes about content and policy, and unknown ones, are our message's fault. */
    static DeliveryFailure failureOf(int code) {
        return BY_CODE.getOrDefault(code, DeliveryFailure.INVALID_MESSAGE);
    }

    /** What an exception of a call means. */
    static DeliveryOutcome ofFailure(Throwable problem) {
        Throwable cause =
                problem instanceof CompletionException && problem.getCause() != null ? problem.getCause() : problem;
        if (cause instanceof TwilioRefusal refusal) {
            return ofRefusal(refusal);
        }
        if (cause instanceof UncheckedIOException io) {
            return io.getCause() instanceof TwilioHttp.NeverLeft
                    ? new RetryAfter(Duration.ZERO, DeliveryFailure.NETWORK, RetryScope.ACCOUNT)
                    : new Uncertain(DeliveryFailure.NETWORK);
        }
        // A success that the SDK could not read.
        return new Uncertain(DeliveryFailure.PLATFORM_DOWN);
    }

    private static DeliveryOutcome ofRefusal(TwilioRefusal refusal) {
        if (refusal.status() >= 500) {
            // Creating a message is not idempotent: a 5xx may follow an accepted one.
            return new Uncertain(DeliveryFailure.PLATFORM_DOWN);
        }
        if (refusal.code() == IN_PROGRESS) {
            return new RetryAfter(IN_PROGRESS_PAUSE, DeliveryFailure.PLATFORM_DOWN, RetryScope.MESSAGE);
        }
        if (refusal.status() == 429) {
            return new RetryAfter(pause(refusal), DeliveryFailure.RATE_LIMITED, RetryScope.ACCOUNT);
        }
        if (refusal.status() == 401 || refusal.status() == 403) {
            return new Undeliverable(DeliveryFailure.UNAUTHORISED, refusal.code());
        }
        DeliveryFailure failure = failureOf(refusal.code());
        return switch (failure) {
            case RATE_LIMITED -> new RetryAfter(pause(refusal), failure, RetryScope.ACCOUNT);
            case PLATFORM_DOWN -> new RetryAfter(Duration.ZERO, failure, RetryScope.MESSAGE);
            default -> new Undeliverable(failure, refusal.code());
        };
    }

    private static Duration pause(TwilioRefusal refusal) {
        return refusal.pause().isZero() ? LIMIT_PAUSE : refusal.pause();
    }
}
