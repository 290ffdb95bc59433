package md.portar.gateway.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import md.portar.core.channel.RefusalReason;
import md.portar.core.channel.WebhookOutcome.Refused;
import md.portar.core.message.ChannelAccount;
import md.portar.core.message.ChannelId;
import md.portar.core.telemetry.LogFields;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the operator about refused webhooks: each kind at most once a minute, with how many there were meanwhile. */
final class RefusalLog {
    private static final Logger log = LoggerFactory.getLogger(RefusalLog.class);
    private static final long MINUTE = 60_000_000_000L;

    private final LongSupplier nanos;
    private final Map<Kind, Quiet> kinds = new ConcurrentHashMap<>();

    RefusalLog(LongSupplier nanos) {
        this.nanos = nanos;
    }

    private record Kind(ChannelId channel, ChannelAccount account, RefusalReason reason, boolean hinted) {}

    private record Quiet(long until, long count) {}

    /** Accounts are configured ones, so that there are few kinds. */
    void refused(ChannelId channel, ChannelAccount account, Refused refused) {
        Kind kind = new Kind(channel, account, refused.reason(), !refused.hint().isEmpty());
        long now = nanos.getAsLong();
        boolean[] tell = {false};
        long[] meanwhile = {0};
        kinds.compute(kind, (same, quiet) -> {
            if (quiet != null && now - quiet.until() < 0) {
                return new Quiet(quiet.until(), quiet.count() + 1);
            }
            tell[0] = true;
            meanwhile[0] = quiet == null ? 0 : quiet.count();
            return new Quiet(now + MINUTE, 0);
        });
        if (tell[0]) {
            log.atWarn()
                    .addKeyValue(LogFields.CHANNEL, channel)
                    .addKeyValue(LogFields.ACCOUNT, account)
                    .addKeyValue(LogFields.REASON, refused.reason())
                    .addKeyValue(LogFields.COUNT, meanwhile[0] + 1)
                    .log(refused.hint().isEmpty() ? "Webhook refused" : "Webhook refused: " + refused.hint());
        }
    }
}
