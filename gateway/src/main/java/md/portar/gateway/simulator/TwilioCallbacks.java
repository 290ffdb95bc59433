package md.portar.gateway.simulator;

import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Signed form posts from Twilio: messages that came in, and how far sent ones got. */
final class TwilioCallbacks {
    private final Surroundings around;
    private final SimulatorSettings.WhatsApp account;

    TwilioCallbacks(Surroundings around) {
        this.around = around;
        this.account = around.settings.whatsApp();
    }

    /** A message from a player, to the address configured for the sender. */
    CompletableFuture<Integer> message(String lane, Map<String, String> fields) {
        return post(
                new Webhook.Purpose(lane, "message", false),
                around.target(ChatApp.WHATSAPP).registered(),
                Form.of(fields));
    }

    /** How far a message got, to the address given with the send. */
    void status(TwilioMessage message, String callback) {
        if (callback.isEmpty()) {
            return;
        }
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("AccountSid", account.accountSid());
        fields.put("ApiVersion", "2010-04-01");
        fields.put("ChannelPrefix", "whatsapp");
        fields.put("ChannelToAddress", message.parties().to().replace("whatsapp:", ""));
        fields.put("From", message.parties().from());
        fields.put("To", message.parties().to());
        fields.put("MessageSid", message.sid());
        fields.put("SmsSid", message.sid());
        fields.put("MessageStatus", message.status());
        fields.put("SmsStatus", message.status());
        if (message.status().equals("read") || message.status().equals("delivered")) {
            fields.put("EventType", message.status().toUpperCase(Locale.ROOT));
        }
        if (message.error() != 0) {
            fields.put("ErrorCode", String.valueOf(message.error()));
            fields.put("ErrorMessage", "see the error code");
        }
        var unused = post(
                new Webhook.Purpose(message.sid(), "status " + message.status(), true),
                URI.create(callback),
                Form.of(fields));
    }

    private CompletableFuture<Integer> post(Webhook.Purpose purpose, URI registered, Form form) {
        String signature = Signatures.twilio(account.authToken(), registered.toString(), form);
        Map<String, String> headers = Map.of(
                "Content-Type",
                "application/x-www-form-urlencoded; charset=UTF-8",
                "User-Agent",
                "TwilioProxy/1.1",
                "I-Twilio-Idempotency-Token",
                UUID.randomUUID().toString(),
                "X-Twilio-Signature",
                signature);
        Map<String, String> forged = Map.of("X-Twilio-Signature", Signatures.forged(signature));
        Buffer body = Buffer.buffer(form.encoded());
        return around.webhooks.send(new Webhook(
                ChatApp.WHATSAPP,
                purpose,
                () -> around.target(ChatApp.WHATSAPP).reach(registered),
                headers,
                forged,
                body,
                this::answered));
    }

    /** The gateway answers through the API, so a webhook's answer has nothing to say. */
    private void answered(Buffer body) {
        String text = body.toString();
        if (!text.isBlank() && !text.contains("<Response/>") && !text.contains("<Response></Response>")) {
            around.recorder.violation(
                    ChatApp.WHATSAPP, "webhook", "the answer is neither empty nor an empty TwiML response");
        }
    }
}
