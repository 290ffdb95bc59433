package md.portar.telegram;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import md.portar.core.channel.DeliveryFailure;
import md.portar.core.channel.DeliveryOutcome;
import md.portar.core.channel.DeliveryOutcome.Delivered;
import md.portar.core.channel.DeliveryOutcome.RetryAfter;
import md.portar.core.channel.DeliveryOutcome.RetryScope;
import md.portar.core.channel.DeliveryOutcome.Uncertain;
import md.portar.core.channel.DeliveryOutcome.Undeliverable;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.ResponseParameters;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/**
 * What an answer of the Bot API means, by one table. Descriptions are Telegram's constant phrases; they are compared and
 * dropped, never kept.
 *
 * @param movedToChat the new address of a group that became a supergroup
 */
record TelegramReply(DeliveryOutcome outcome, @Nullable Long movedToChat) {
    /** The first row with the code and a phrase that occurs in the description decides. */
    private static final List<Row> TABLE = List.of(
            new Row(400, "message is not modified", Meaning.DONE),
            new Row(400, "message to delete not found", Meaning.DONE),
            new Row(400, "query is too old", Meaning.DONE),
            new Row(400, "chat not found", Meaning.BLOCKED),
            new Row(400, "", Meaning.INVALID),
            new Row(401, "", Meaning.UNAUTHORISED),
            new Row(403, "", Meaning.BLOCKED),
            new Row(404, "", Meaning.UNAUTHORISED),
            new Row(409, "", Meaning.BUSY),
            new Row(429, "", Meaning.FLOOD));

    private record Row(int code, String phrase, Meaning meaning) {
        boolean fits(int errorCode, String description) {
            return code == errorCode && description.contains(phrase);
        }
    }

    private enum Meaning {
        /** It already is as we wanted it, or no longer matters. */
        DONE {
            @Override
            DeliveryOutcome outcome(int code, int seconds) {
                return new Delivered(null);
            }
        },
        INVALID {
            @Override
            DeliveryOutcome outcome(int code, int seconds) {
                return new Undeliverable(DeliveryFailure.INVALID_MESSAGE, code);
            }
        },
        BLOCKED {
            @Override
            DeliveryOutcome outcome(int code, int seconds) {
                return new Undeliverable(DeliveryFailure.RECIPIENT_BLOCKED, code);
            }
        },
        UNAUTHORISED {
            @Override
            DeliveryOutcome outcome(int code, int seconds) {
                return new Undeliverable(DeliveryFailure.UNAUTHORISED, code);
            }
        },
        BUSY {
            @Override
            DeliveryOutcome outcome(int code, int seconds) {
                return new RetryAfter(Duration.ZERO, DeliveryFailure.PLATFORM_DOWN, RetryScope.ACCOUNT);
            }
        },
        FLOOD {
            @Override
            DeliveryOutcome outcome(int code, int seconds) {
                return new RetryAfter(
                        Duration.ofSeconds(seconds), DeliveryFailure.RATE_LIMITED, RetryScope.CONVERSATION);
            }
        },
        /** The Bot API itself says that it failed: it did not send, and another attempt is right. */
        FAILED {
            @Override
            DeliveryOutcome outcome(int code, int seconds) {
                return new RetryAfter(Duration.ofSeconds(seconds), DeliveryFailure.PLATFORM_DOWN, RetryScope.ACCOUNT);
            }
        },
        /** Something that is no answer: the message may be out. */
        UNCLEAR {
            @Override
            DeliveryOutcome outcome(int code, int seconds) {
                return new Uncertain(DeliveryFailure.PLATFORM_DOWN);
            }
        };

        abstract DeliveryOutcome outcome(int code, int seconds);
    }

    static TelegramReply success(DeliveryOutcome outcome) {
        return new TelegramReply(outcome, null);
    }

    /** Classifies whatever the client library completed with. */
    static TelegramReply failure(Throwable thrown) {
        boolean network = false;
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof TelegramHttp.NeverLeft) {
                return success(new RetryAfter(Duration.ZERO, DeliveryFailure.NETWORK, RetryScope.ACCOUNT));
            }
            if (cause instanceof TelegramHttp.Page page) {
                return success(page(page));
            }
            if (cause instanceof TelegramApiRequestException answered) {
                return answered(answered);
            }
            network |= cause instanceof IOException || cause instanceof TimeoutException;
        }
        return success(new Uncertain(network ? DeliveryFailure.NETWORK : DeliveryFailure.PLATFORM_DOWN));
    }

    /** Only a gateway's own trouble leaves it open whether the message got through; everything else it refused itself. */
    private static DeliveryOutcome page(TelegramHttp.Page page) {
        Duration pause = Duration.ofSeconds(page.seconds());
        if (page.status() == 429) {
            return new RetryAfter(pause, DeliveryFailure.RATE_LIMITED, RetryScope.ACCOUNT);
        }
        if (page.status() == 413) {
            return new Undeliverable(DeliveryFailure.INVALID_MESSAGE, page.status());
        }
        return page.status() >= 500
                ? new Uncertain(DeliveryFailure.PLATFORM_DOWN)
                : new RetryAfter(pause, DeliveryFailure.PLATFORM_DOWN, RetryScope.ACCOUNT);
    }

    Optional<String> movedTo() {
        return Optional.ofNullable(movedToChat).map(chat -> Long.toString(chat));
    }

    private static TelegramReply answered(TelegramApiRequestException answer) {
        int code = answer.getErrorCode() == null ? 0 : answer.getErrorCode();
        String response = answer.getApiResponse();
        String description = response == null ? "" : response.toLowerCase(Locale.ROOT);
        ResponseParameters parameters = answer.getParameters();
        Integer seconds = parameters == null ? null : parameters.getRetryAfter();
        DeliveryOutcome outcome = meaning(code, description).outcome(code, seconds == null ? 0 : Math.max(0, seconds));
        return new TelegramReply(outcome, parameters == null ? null : parameters.getMigrateToChatId());
    }

    private static Meaning meaning(int code, String description) {
        return TABLE.stream()
                .filter(row -> row.fits(code, description))
                .map(Row::meaning)
                .findFirst()
                .orElseGet(() -> other(code));
    }

    /** A code of 0 stands for an answer that could not be read; any other refusal is about the request. */
    private static Meaning other(int code) {
        if (code >= 500) {
            return Meaning.FAILED;
        }
        return code > 400 ? Meaning.INVALID : Meaning.UNCLEAR;
    }
}
