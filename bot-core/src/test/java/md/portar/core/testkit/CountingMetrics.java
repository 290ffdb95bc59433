package md.portar.core.testkit;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import md.portar.core.channel.DeliveryFailure;
import md.portar.core.channel.IgnoredReason;
import md.portar.core.channel.RefusalReason;
import md.portar.core.guard.SecretKind;
import md.portar.core.message.ChannelId;
import md.portar.core.message.Language;
import md.portar.core.telemetry.GatewayMetrics;

/** Counts by a readable name such as {@code uncertain NETWORK}. */
public final class CountingMetrics implements GatewayMetrics {
    private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();

    public int count(String name) {
        AtomicInteger count = counts.get(name);
        return count == null ? 0 : count.get();
    }

    private void add(String name) {
        counts.computeIfAbsent(name, ignored -> new AtomicInteger()).incrementAndGet();
    }

    @Override
    public void webhookAccepted(ChannelId channel, int events) {
        add("webhook accepted");
    }

    @Override
    public void webhookRefused(ChannelId channel, RefusalReason reason) {
        add("webhook refused " + reason);
    }

    @Override
    public void eventIgnored(ChannelId channel, IgnoredReason reason) {
        add("ignored " + reason);
    }

    @Override
    public void duplicate(ChannelId channel) {
        add("duplicate");
    }

    @Override
    public void secretBlocked(ChannelId channel, SecretKind kind, Language language, boolean inbound) {
        add("secret " + kind + (inbound ? " in" : " out"));
        add("secret in " + language);
    }

    @Override
    public void secretAsked(ChannelId channel, SecretKind kind, Language language) {
        add("asked for " + kind + " in " + language);
    }

    @Override
    public void answered(Language language) {
        add("answered");
    }

    @Override
    public void suggested(Language language) {
        add("suggested");
    }

    @Override
    public void missed(Language language) {
        add("missed");
    }

    @Override
    public void delivered(ChannelId channel, Duration latency) {
        add("delivered");
    }

    @Override
    public void undeliverable(ChannelId channel, DeliveryFailure cause) {
        add("undeliverable " + cause);
    }

    @Override
    public void retried(ChannelId channel, DeliveryFailure cause) {
        add("retried " + cause);
    }

    @Override
    public void uncertain(ChannelId channel, DeliveryFailure cause) {
        add("uncertain " + cause);
    }

    @Override
    public void accountStopped(ChannelId channel) {
        add("stopped");
    }

    @Override
    public void safetyRequested(ChannelId channel) {
        add("safety");
    }

    @Override
    public void onCall(OnCallOutcome outcome) {
        add("on call " + outcome);
    }

    @Override
    public void onCallWaiting(int notices) {
        counts.computeIfAbsent("on call waiting", ignored -> new AtomicInteger())
                .set(notices);
    }

    @Override
    public void surprise(String place) {
        add("surprise " + place);
    }
}
