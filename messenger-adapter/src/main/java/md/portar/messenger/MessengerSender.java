package md.portar.messenger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import md.portar.core.channel.DeliveryFailure;
import md.portar.core.channel.DeliveryOutcome;
import md.portar.core.channel.OutboundAction;
import md.portar.core.telemetry.LogFields;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out one action by one call of the Send API. */
final class MessengerSender implements OutboundAction.Visitor<CompletionStage<DeliveryOutcome>> {
    private static final DeliveryOutcome NOT_SUPPORTED =
            new DeliveryOutcome.Undeliverable(DeliveryFailure.NOT_SUPPORTED, 0);
    private static final DeliveryOutcome INVALID =
            new DeliveryOutcome.Undeliverable(DeliveryFailure.INVALID_MESSAGE, 0);
    private static final Logger log = LoggerFactory.getLogger(MessengerSender.class);
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
        return call(request);
    }

    private CompletionStage<DeliveryOutcome> call(Request request) {
        return http.call(request)
                .thenApply(answer -> {
                    MessengerReply.trace(answer).ifPresent(MessengerSender::note);
                    return MessengerReply.of(answer);
                })
                .exceptionally(MessengerReply::ofFailure);
    }

    /** Meta asks for this id when a failed call is to be looked into. */
    private static void note(String trace) {
        log.atInfo()
                .addKeyValue(LogFields.CHANNEL, MessengerChannelFactory.ID)
                .addKeyValue(LogFields.TRACE, trace)
                .log("The Graph API reports an error");
    }

    /** Asks for the page itself: every working token is answered. */
    CompletionStage<DeliveryOutcome> probe() {
        return http.call(graph.request(graph.node()).get().build())
                .thenApply(MessengerReply::ofProbe)
                .exceptionally(MessengerReply::ofFailure);
    }

    private static CompletionStage<DeliveryOutcome> now(DeliveryOutcome outcome) {
        return CompletableFuture.completedFuture(outcome);
    }
}
