package md.portar.core.telemetry;

import java.time.Duration;
import md.portar.core.channel.DeliveryFailure;
import md.portar.core.channel.IgnoredReason;
import md.portar.core.channel.RefusalReason;
import md.portar.core.guard.SecretKind;
import md.portar.core.message.ChannelId;
import md.portar.core.message.Language;

enum NoMetrics implements GatewayMetrics {
    INSTANCE;

    @Override
    public void webhookAccepted(ChannelId channel, int events) {}

    @Override
    public void webhookRefused(ChannelId channel, RefusalReason reason) {}

    @Override
    public void eventIgnored(ChannelId channel, IgnoredReason reason) {}

    @Override
    public void duplicate(ChannelId channel) {}

    @Override
    public void secretBlocked(ChannelId channel, SecretKind kind, Language language, boolean inbound) {}

    @Override
    public void secretAsked(ChannelId channel, SecretKind kind, Language language) {}

    @Override
    public void answered(Language language) {}

    @Override
    public void suggested(Language language) {}

    @Override
    public void missed(Language language) {}

    @Override
    public void delivered(ChannelId channel, Duration latency) {}

    @Override
    public void undeliverable(ChannelId channel, DeliveryFailure cause) {}

    @Override
    public void retried(ChannelId channel, DeliveryFailure cause) {}

    @Override
    public void uncertain(ChannelId channel, DeliveryFailure cause) {}

    @Override
    public void accountStopped(ChannelId channel) {}

    @Override
    public void safetyRequested(ChannelId channel) {}

    @Override
    public void onCall(OnCallOutcome outcome) {}

    @Override
    public void onCallWaiting(int notices) {}

    @Override
    public void surprise(String place) {}
}
