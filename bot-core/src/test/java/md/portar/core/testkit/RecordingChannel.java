package md.portar.core.testkit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import md.portar.core.channel.Channel;
import md.portar.core.channel.ChannelAdapter;
import md.portar.core.channel.ChannelCapabilities;
import md.portar.core.channel.DeliveryOutcome;
import md.portar.core.channel.MessageTemplate;
import md.portar.core.channel.OutboundAction;
import md.portar.core.channel.OutboundAction.SendMessage;
import md.portar.core.channel.PlatformInquiry;
import md.portar.core.channel.WebhookOutcome;
import md.portar.core.channel.WebhookRequest;
import md.portar.core.message.ChannelAccount;
import md.portar.core.message.ChannelId;
import md.portar.core.message.ConversationKey;
import md.portar.core.message.PlatformMessageId;
import md.portar.core.message.PlatformUserId;
import org.jspecify.annotations.Nullable;

/** A channel that keeps what it is asked to deliver and answers as the test says. Thread-safe. */
public final class RecordingChannel implements Channel, ChannelAdapter {
    public static final ChannelId ID = new ChannelId("recorded");
    public static final ChannelAccount ACCOUNT = new ChannelAccount("main");

    /** A generous channel: buttons, no window, deletes messages, no pace. */
    public static final ChannelCapabilities GENEROUS =
            new ChannelCapabilities(4_096, 4_096, 8, 64, null, null, true, true, true, Duration.ZERO, 10_000);

    private final ChannelCapabilities capabilities;
    private final List<OutboundAction> attempts = new CopyOnWriteArrayList<>();
    private final AtomicInteger ids = new AtomicInteger();
    private volatile Function<OutboundAction, CompletionStage<DeliveryOutcome>> answer = this::delivered;

    private volatile @Nullable PlatformInquiry inquiry;

    private volatile @Nullable List<MessageTemplate> templates;

    public RecordingChannel(ChannelCapabilities capabilities) {
        this.capabilities = capabilities;
    }

    public static RecordingChannel generous() {
        return new RecordingChannel(GENEROUS);
    }

    /** A person who talks to this channel. */
    public static ConversationKey person(long number) {
        return new ConversationKey(ID, ACCOUNT, new PlatformUserId(Long.toString(100_000_000 + number)));
    }

    /** What every attempt is answered with from now on. */
    public void answerWith(Function<OutboundAction, DeliveryOutcome> outcome) {
        answer = action -> CompletableFuture.completedStage(outcome.apply(action));
    }

    public void answerLater(Function<OutboundAction, CompletionStage<DeliveryOutcome>> outcome) {
        answer = outcome;
    }

    public void answerNormally() {
        answer = this::delivered;
    }

    /** Lets the channel answer questions about the platform. */
    public RecordingChannel with(PlatformInquiry answers) {
        inquiry = answers;
        return this;
    }

    /** Lets the channel have templates. */
    public RecordingChannel with(List<MessageTemplate> offered) {
        templates = offered;
        return this;
    }

    @Override
    public Optional<List<MessageTemplate>> templates() {
        return Optional.ofNullable(templates);
    }

    @Override
    public Optional<PlatformInquiry> inquiry() {
        return Optional.ofNullable(inquiry);
    }

    /** A normal answer, for tests that answer some attempts otherwise. */
    public CompletionStage<DeliveryOutcome> delivered(OutboundAction action) {
        return CompletableFuture.completedStage(
                new DeliveryOutcome.Delivered(new PlatformMessageId("out-" + ids.incrementAndGet())));
    }

    /** Every attempt so far, in order. */
    public List<OutboundAction> attempts() {
        return List.copyOf(attempts);
    }

    /** The words of every attempt to send a message. */
    public List<String> words() {
        return messages().stream().map(message -> message.text().value()).toList();
    }

    /** The words sent to one person. */
    public List<String> wordsTo(ConversationKey person) {
        return messages().stream()
                .filter(message -> message.to().equals(person))
                .map(message -> message.text().value())
                .toList();
    }

    public List<SendMessage> messages() {
        return attempts.stream()
                .filter(SendMessage.class::isInstance)
                .map(SendMessage.class::cast)
                .toList();
    }

    @Override
    public CompletionStage<DeliveryOutcome> deliver(OutboundAction action) {
        attempts.add(action);
        return answer.apply(action);
    }

    @Override
    public ChannelId id() {
        return ID;
    }

    @Override
    public ChannelCapabilities capabilities() {
        return capabilities;
    }

    @Override
    public WebhookOutcome receive(WebhookRequest request) {
        throw new UnsupportedOperationException("nothing comes in by HTTP here");
    }

    @Override
    public ChannelAdapter adapter() {
        return this;
    }

    @Override
    public void close() {}
}
