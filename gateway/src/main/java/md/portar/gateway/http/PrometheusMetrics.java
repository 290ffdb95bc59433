package md.portar.gateway.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.ext.web.Router;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import md.portar.core.channel.DeliveryFailure;
import md.portar.core.channel.IgnoredReason;
import md.portar.core.channel.RefusalReason;
import md.portar.core.guard.SecretKind;
import md.portar.core.message.ChannelId;
import md.portar.core.message.Language;
import md.portar.core.telemetry.GatewayMetrics;

/** Counts into a Prometheus registry and shows it at {@code /metrics}. Labels are enums and channel ids only. */
public final class PrometheusMetrics implements GatewayMetrics {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final AtomicInteger onCallWaiting = new AtomicInteger();

    public PrometheusMetrics() {
        Gauge.builder("portar.oncall.waiting", onCallWaiting, AtomicInteger::get)
                .register(registry);
    }

    void addTo(Router router) {
        router.get("/metrics")
                .blockingHandler(
                        context -> context.response()
                                .putHeader("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
                                .end(registry.scrape()),
                        false);
    }

    private void count(String name, double amount, String... labels) {
        Counter.builder("portar." + name).tags(labels).register(registry).increment(amount);
    }

    private static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void webhookAccepted(ChannelId channel, int events) {
        count("webhooks", 1, "channel", channel.value(), "outcome", "accepted");
        count("events", events, "channel", channel.value());
    }

    @Override
    public void webhookRefused(ChannelId channel, RefusalReason reason) {
        count("webhooks", 1, "channel", channel.value(), "outcome", label(reason));
    }

    @Override
    public void eventIgnored(ChannelId channel, IgnoredReason reason) {
        count("events.ignored", 1, "channel", channel.value(), "reason", label(reason));
    }

    @Override
    public void duplicate(ChannelId channel) {
        count("events.duplicate", 1, "channel", channel.value());
    }

    @Override
    public void secretBlocked(ChannelId channel, SecretKind kind, Language language, boolean inbound) {
        count(
                "secrets.blocked",
                1,
                "channel",
                channel.value(),
                "kind",
                label(kind),
                "language",
                language.code(),
                "direction",
                inbound ? "in" : "out");
    }

    @Override
    public void secretAsked(ChannelId channel, SecretKind kind, Language language) {
        count("secrets.asked", 1, "channel", channel.value(), "kind", label(kind), "language", language.code());
    }

    @Override
    public void answered(Language language) {
        count("faq", 1, "language", language.code(), "outcome", "answered");
    }

    @Override
    public void suggested(Language language) {
        count("faq", 1, "language", language.code(), "outcome", "suggested");
    }

    @Override
    public void missed(Language language) {
        count("faq", 1, "language", language.code(), "outcome", "missed");
    }

    @Override
    public void delivered(ChannelId channel, Duration latency) {
        count("deliveries", 1, "channel", channel.value(), "outcome", "delivered");
        Timer.builder("portar.delivery.time")
                .tag("channel", channel.value())
                .publishPercentileHistogram()
                .register(registry)
                .record(latency);
    }

    @Override
    public void undeliverable(ChannelId channel, DeliveryFailure cause) {
        count("deliveries", 1, "channel", channel.value(), "outcome", "undeliverable_" + label(cause));
    }

    @Override
    public void retried(ChannelId channel, DeliveryFailure cause) {
        count("deliveries", 1, "channel", channel.value(), "outcome", "retried_" + label(cause));
    }

    @Override
    public void uncertain(ChannelId channel, DeliveryFailure cause) {
        count("deliveries", 1, "channel", channel.value(), "outcome", "uncertain_" + label(cause));
    }

    @Override
    public void accountStopped(ChannelId channel) {
        count("accounts.stopped", 1, "channel", channel.value());
    }

    @Override
    public void safetyRequested(ChannelId channel) {
        count("safety.requests", 1, "channel", channel.value());
    }

    @Override
    public void onCall(OnCallOutcome outcome) {
        count("oncall.notices", 1, "outcome", label(outcome));
    }

    @Override
    public void onCallWaiting(int notices) {
        onCallWaiting.set(notices);
    }

    @Override
    public void surprise(String place) {
        count("surprises", 1, "place", place);
    }
}
