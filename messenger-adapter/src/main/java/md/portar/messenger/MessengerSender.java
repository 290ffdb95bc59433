package md.portar.messenger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import md.portar.core.channel.DeliveryFailure;
import md.portar.core.channel.DeliveryOutcome;
import md.portar.core.channel.OutboundAction;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/** Carries out one action by one call of the Send API. */
final class MessengerSender implements OutboundAction.Visitor<CompletionStage<DeliveryOutcome>> {
    private static final DeliveryOutcome NOT_SUPPORTED =
            new DeliveryOutcome.Undeliverable(DeliveryFailure.NOT_SUPPORTED, 0);
    private static final DeliveryOutcome INVALID =
            new DeliveryOutcome.Undeliverable(DeliveryFailure.INVALID_MESSAGE, 0);
    private static final MediaType JSON = MediaType.get("application/json");

    private final MessengerHttp http;
    private final MessengerGraph graph;
    private final MessengerMessageRenderer renderer = new MessengerMessageRenderer();
    private final boolean humanAgent;

    MessengerSender(MessengerHttp http, MessengerGraph graph, boolean humanAgent) {
        this.http = http;
        this.graph = graph;
        this.humanAgent = humanAgent;
    }

    @Override
    public CompletionStage<DeliveryOutcome> sendMessage(OutboundAction.SendMessage action) {
        boolean late = action.speaker() == OutboundAction.Speaker.AGENT_AFTER_WINDOW;
        if (late && !humanAgent) {
            return now(new DeliveryOutcome.Undeliverable(DeliveryFailure.WINDOW_CLOSED, 0));
        }
        Optional<ObjectNode> body = renderer.message(action, late);
        return body.isEmpty() ? now(INVALID) : send(body.get());
    }

    @Override
    public CompletionStage<DeliveryOutcome> showTyping(OutboundAction.ShowTyping action) {
        return send(renderer.typing(action.to()));
    }

    @Override
    public CompletionStage<DeliveryOutcome> sendTemplate(OutboundAction.SendTemplate action) {
        return now(NOT_SUPPORTED);
    }

    @Override
    public CompletionStage<DeliveryOutcome> redactAtSource(OutboundAction.RedactAtSource action) {
        return now(NOT_SUPPORTED);
    }

    @Override
    public CompletionStage<DeliveryOutcome> acknowledgeChoice(OutboundAction.AcknowledgeChoice action) {
        return now(NOT_SUPPORTED);
    }

    @Override
    public CompletionStage<DeliveryOutcome> leaveGroup(OutboundAction.LeaveGroup action) {
        return now(NOT_SUPPORTED);
    }

    private CompletionStage<DeliveryOutcome> send(ObjectNode body) {
        RequestBody content = RequestBody.create(body.toString().getBytes(StandardCharsets.UTF_8), JSON);
        Request request = graph.request(graph.page("messages")).post(content).build();
        return http.call(request).thenApply(MessengerReply::of).exceptionally(MessengerReply::ofFailure);
    }

    private static CompletionStage<DeliveryOutcome> now(DeliveryOutcome outcome) {
        return CompletableFuture.completedFuture(outcome);
    }
}
