package md.portar.messenger;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import md.portar.core.channel.ChannelAdapter;
import md.portar.core.channel.ChannelCapabilities;
import md.portar.core.channel.DeliveryOutcome;
import md.portar.core.channel.MalformedUpdate;
import md.portar.core.channel.OutboundAction;
import md.portar.core.channel.RefusalReason;
import md.portar.core.channel.WebhookOutcome;
import md.portar.core.channel.WebhookRequest;
import md.portar.core.message.ChannelId;
import md.portar.core.settings.Secret;

/** One Facebook page. */
final class MessengerAdapter implements ChannelAdapter {
    private static final Duration WINDOW = Duration.ofHours(24);
    private static final Duration HUMAN_AGENT_WINDOW = Duration.ofDays(7);
    /** What Meta may ask us to echo; anything else would let a stranger choose our answer's body. */
    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{1,256}");

    private final MessengerSettings settings;
    private final MessengerSignature signature;
    private final MessengerUpdateParser parser;
    private final MessengerSender sender;

    MessengerAdapter(MessengerSettings settings, MessengerUpdateParser parser, MessengerSender sender) {
        this.settings = settings;
        this.signature = new MessengerSignature(settings.appSecrets());
        this.parser = parser;
        this.sender = sender;
    }

    @Override
    public ChannelId id() {
        return MessengerChannelFactory.ID;
    }

    @Override
    public ChannelCapabilities capabilities() {
        return new ChannelCapabilities(
                MessengerMessageRenderer.MAX_TEXT,
                MessengerMessageRenderer.MAX_TEXT,
                MessengerMessageRenderer.MAX_CHOICES,
                MessengerMessageRenderer.MAX_LABEL,
                WINDOW,
                settings.humanAgent() ? HUMAN_AGENT_WINDOW : null,
                false,
                false,
                true,
                settings.limits().conversationGap(),
                settings.limits().perSecond());
    }

    @Override
    public WebhookOutcome receive(WebhookRequest request) {
        if (request.method().equals("GET")) {
            return challenge(request);
        }
        if (!request.method().equals("POST")) {
            return new WebhookOutcome.Refused(RefusalReason.WRONG_METHOD);
        }
        Optional<RefusalReason> objection = signature.objection(request);
        if (objection.isPresent()) {
            return new WebhookOutcome.Refused(objection.get());
        }
        String type = request.onlyHeader("content-type").orElse("").toLowerCase(Locale.ROOT);
        if (!type.equals("application/json") && !type.startsWith("application/json;")) {
            return new WebhookOutcome.Refused(RefusalReason.WRONG_CONTENT_TYPE);
        }
        try {
            return new WebhookOutcome.Accepted(
                    parser.parse(request.body().bytes()),
                    new WebhookOutcome.Acknowledgement("text/plain", "EVENT_RECEIVED"));
        } catch (MalformedUpdate e) {
            return new WebhookOutcome.Refused(
                    RefusalReason.MALFORMED, e.reason().name());
        }
    }

    /** Meta asks once, when the webhook is registered, whether we know the verify token. */
    private WebhookOutcome challenge(WebhookRequest request) {
        Map<String, String> parameters = parameters(request.query());
        String token = parameters.getOrDefault("hub.verify_token", "");
        String challenge = parameters.getOrDefault("hub.challenge", "");
        if (token.isEmpty()) {
            return new WebhookOutcome.Refused(RefusalReason.UNSIGNED);
        }
        boolean known = false;
        for (Secret<String> verifyToken : settings.verifyTokens()) {
            // Not short-circuited: which of two tokens matched is nobody's business.
            known |= MessageDigest.isEqual(
                    verifyToken.reveal().getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
        }
        boolean subscribes = "subscribe".equals(parameters.get("hub.mode"));
        if (known && subscribes && CHALLENGE.matcher(challenge).matches()) {
            return new WebhookOutcome.ChallengeAnswered(challenge);
        }
        return new WebhookOutcome.Refused(RefusalReason.WRONG_SIGNATURE);
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new HashMap<>();
        for (String part : query.split("&", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                decoded(part.substring(equals + 1))
                        .ifPresent(value -> parameters.putIfAbsent(part.substring(0, equals), value));
            }
        }
        return parameters;
    }

    private static Optional<String> decoded(String text) {
        try {
            return Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException brokenEscape) {
            return Optional.empty();
        }
    }

    @Override
    public CompletionStage<DeliveryOutcome> deliver(OutboundAction action) {
        return action.accept(sender);
    }
}
