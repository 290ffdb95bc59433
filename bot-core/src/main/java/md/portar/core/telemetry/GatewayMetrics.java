package md.portar.core.telemetry;

import java.time.Duration;
import md.portar.core.channel.DeliveryFailure;
import md.portar.core.channel.IgnoredReason;
import md.portar.core.channel.RefusalReason;
import md.portar.core.guard.SecretKind;
import md.portar.core.message.ChannelId;
import md.portar.core.message.Language;

/** What is counted. Labels are enums and channel ids only. Thread-safe; never throws. */
public interface GatewayMetrics {
    void webhookAccepted(ChannelId channel, int events);

    void webhookRefused(ChannelId channel, RefusalReason reason);

    void eventIgnored(ChannelId channel, IgnoredReason reason);

    void duplicate(ChannelId channel);

    /** @param language the one in which the bot speaks in that conversation */
    void secretBlocked(ChannelId channel, SecretKind kind, Language language, boolean inbound);

    /** An agent's words asked the player for a secret and were not sent. */
    void secretAsked(ChannelId channel, SecretKind kind, Language language);

    void answered(Language language);

    void suggested(Language language);

    void missed(Language language);

    /** A player asked for protection and now waits for a person. */
    void safetyRequested(ChannelId channel);

    /** What became of an attempt to tell those on call. */
    void onCall(OnCallOutcome outcome);

    /** How many notices wait to be told to those on call. */
    void onCallWaiting(int notices);

    void delivered(ChannelId channel, Duration latency);

    void undeliverable(ChannelId channel, DeliveryFailure cause);

    void retried(ChannelId channel, DeliveryFailure cause);

    void uncertain(ChannelId channel, DeliveryFailure cause);

    /** A platform began to refuse an account's credentials or set-up. */
    void accountStopped(ChannelId channel);

    /** Something that should never happen happened. */
    void surprise(String place);

    /** What can become of an attempt to tell those on call. */
    enum OnCallOutcome {
        SENT,
        /** It is tried again. */
        FAILED,
        GIVEN_UP
    }

    /** Counts nothing. */
    static GatewayMetrics none() {
        return NoMetrics.INSTANCE;
    }
}
