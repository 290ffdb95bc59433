package md.portar.whatsapp;

import com.twilio.base.Page;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.Account;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageReader;
import com.twilio.type.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import md.portar.core.channel.DeliveryOutcome;
import md.portar.core.channel.DeliveryOutcome.Delivered;
import md.portar.core.channel.OutboundAction;
import md.portar.core.channel.PlatformInquiry;
import md.portar.core.message.PlatformMessageId;

/**
 * Questions to Twilio. Creating a message is not idempotent, but the last messages to a person can be read, so that a send without
 * a clear answer need not stay in doubt.
 */
final class WhatsAppInquiry implements PlatformInquiry {
    private static final long LATEST = 50;
    /** Twilio tells times in whole seconds, by its own clock. */
    private static final Duration CLOCKS = Duration.ofSeconds(5);

    private final WhatsAppSettings settings;
    private final TwilioRestClient client;
    private final Executor pool;

    WhatsAppInquiry(WhatsAppSettings settings, TwilioRestClient client, Executor pool) {
        this.settings = settings;
        this.client = client;
        this.pool = pool;
    }

    @Override
    public CompletionStage<DeliveryOutcome> probe() {
        return CompletableFuture.<DeliveryOutcome>supplyAsync(
                        () -> {
                            Account.fetcher(settings.accountSid()).fetch(client);
                            return new Delivered(null);
                        },
                        pool)
                .exceptionally(WhatsAppReply::ofFailure);
    }

    @Override
    public boolean looksUp() {
        return true;
    }

    @Override
    public CompletionStage<Sightings> lookUp(OutboundAction action, Instant since) {
        if (!(action instanceof OutboundAction.SendMessage message)) {
            return CompletableFuture.completedFuture(Sightings.cannotTell());
        }
        return CompletableFuture.supplyAsync(() -> search(message, since.minus(CLOCKS)), pool)
                .exceptionally(problem -> WhatsAppReply.ofFailure(problem)
                        .fold(
                                done -> Sightings.cannotTell(),
                                later -> Sightings.noAnswer(),
                                unclear -> Sightings.noAnswer(),
                                never -> Sightings.cannotTell()));
    }

    private Sightings search(OutboundAction.SendMessage message, Instant since) {
        MessageReader reader = Message.reader(settings.accountSid())
                .setTo(new PhoneNumber("whatsapp:" + message.to().user().value()))
                .setPageSize(LATEST);
        Page<Message> page = reader.firstPage(client);
        List<Message> latest = page == null ? List.of() : page.getRecords();
        List<PlatformMessageId> ids = new ArrayList<>();
        boolean complete = latest.size() < LATEST;
        for (Message found : latest) {
            Instant made = made(found);
            if (made.isBefore(since)) {
                complete = true;
            } else if (isOurs(found)) {
                if (found.getBody() == null || found.getBody().isBlank()) {
                    // A template, whose words Twilio does not show here.
                    return Sightings.cannotTell();
                }
                if (isSame(found.getBody(), message)) {
                    ids.add(new PlatformMessageId(found.getSid()));
                }
            }
        }
        Collections.reverse(ids);
        return complete || !ids.isEmpty() ? new Sightings(Sightings.Certainty.COMPLETE, ids) : Sightings.cannotTell();
    }

    private static Instant made(Message found) {
        return found.getDateCreated() == null
                ? Instant.MAX
                : found.getDateCreated().toInstant();
    }

    private static boolean isOurs(Message found) {
        return found.getSid() != null && found.getDirection() != Message.Direction.INBOUND;
    }

    private static boolean isSame(String body, OutboundAction.SendMessage message) {
        String words = message.text().value();
        return body.strip().equals(words.strip())
                || body.strip()
                        .equals(WhatsAppMessageRenderer.numbered(words, message.choices())
                                .strip());
    }
}
