package md.portar.whatsapp;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import md.portar.core.channel.Channel;
import md.portar.core.channel.ChannelAdapter;
import md.portar.core.channel.ChannelContext;
import md.portar.core.channel.DeliveryOutcome;
import md.portar.core.channel.MalformedUpdate;
import md.portar.core.channel.OutboundAction;
import md.portar.core.channel.RawBody;
import md.portar.core.channel.WebhookRequest;
import md.portar.core.message.ChannelAccount;
import md.portar.core.message.ConversationKey;
import md.portar.core.message.PlatformMessageId;
import md.portar.core.message.PlatformUserId;
import md.portar.core.settings.Secret;
import md.portar.core.testkit.MapSettings;
import md.portar.core.testkit.channel.ChannelHarness;
import md.portar.core.testkit.channel.DeliveryRow;

/** A sender of an invented operator. */
final class WhatsAppHarness implements ChannelHarness, AutoCloseable {
    static final String ACCOUNT_SID = "AC00000000000000000000000000000001";
    static final String AUTH_TOKEN = "auth-token-0123456789abcdef";
    static final String PREVIOUS_AUTH_TOKEN = "old-auth-token-0123456789ab";
    static final String SENT_SID = "SM00000000000000000000000000000aaa";
    static final URI WEBHOOK = URI.create("https://bots.example.org/webhooks/whatsapp/main");
    static final ChannelAccount ACCOUNT = new ChannelAccount("main");
    static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private final WireMockServer platform =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());
    private final Channel channel;

    WhatsAppHarness() {
        platform.start();
        channel = channel(URI.create(platform.baseUrl()), Map.of());
    }

    Channel channel(URI platformUrl, Map<String, Object> more) {
        Map<String, Object> settings = new LinkedHashMap<>(Map.of(
                "account-sid",
                ACCOUNT_SID,
                "auth-token",
                AUTH_TOKEN,
                "previous-auth-token",
                PREVIOUS_AUTH_TOKEN,
                "from",
                "whatsapp:+15550199",
                "api-url",
                platformUrl.toString(),
                "request-timeout",
                "2s",
                "connect-timeout",
                "1s"));
        settings.putAll(more);
        return new WhatsAppChannelFactory()
                .create(
                        MapSettings.of("channels.whatsapp.main", settings),
                        new ChannelContext(ACCOUNT, WEBHOOK, Clock.fixed(NOW, ZoneOffset.UTC)));
    }

    Channel channel() {
        return channel;
    }

    @Override
    public ChannelAdapter adapter() {
        return channel.adapter();
    }

    @Override
    public ChannelAdapter adapterFor(URI platformUrl) {
        return channel(platformUrl, Map.of()).adapter();
    }

    @Override
    public WireMockServer platform() {
        return platform;
    }

    @Override
    public WebhookRequest sign(byte[] body) {
        return signed(body, AUTH_TOKEN, WEBHOOK.toString());
    }

    static WebhookRequest signed(byte[] body, String token, String url) {
        String parameters;
        try {
            parameters = WhatsAppSignature.appended(WhatsAppForm.parse(body).all());
        } catch (MalformedUpdate notAForm) {
            parameters = "";
        }
        return new WebhookRequest(
                "POST",
                "",
                Map.of(
                        "X-Twilio-Signature", List.of(WhatsAppSignature.sign(Secret.of(token), url + parameters)),
                        "Content-Type", List.of("application/x-www-form-urlencoded; charset=UTF-8")),
                RawBody.of(body));
    }

    @Override
    public byte[] goodBody() {
        return ("MessageSid=SM00000000000000000000000000000001&Body=hello&From=whatsapp%3A%2B15550100"
                        + "&To=whatsapp%3A%2B15550199&NumMedia=0")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String signatureHeader() {
        return WhatsAppSignature.HEADER;
    }

    @Override
    public boolean signatureCoversBody() {
        return true;
    }

    @Override
    public List<byte[]> notInFormat() {
        return List.of(bytes("Body=%"), bytes("Body=%zz"), bytes("%=1"), bytes(""), bytes("a=1&".repeat(600)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public ConversationKey recipient() {
        return new ConversationKey(WhatsAppChannelFactory.ID, ACCOUNT, new PlatformUserId("+15550100"));
    }

    @Override
    public ResponseDefinitionBuilder sent() {
        return WireMock.aResponse().withStatus(201).withBody("{\"sid\":\"" + SENT_SID + "\",\"status\":\"queued\"}");
    }

    @Override
    public DeliveryOutcome sentOutcome() {
        return new DeliveryOutcome.Delivered(new PlatformMessageId(SENT_SID));
    }

    @Override
    public List<DeliveryRow> table() {
        return WhatsAppReplies.table(recipient());
    }

    @Override
    public List<OutboundAction> unsupported() {
        return List.of(
                new OutboundAction.LeaveGroup(recipient()),
                new OutboundAction.AcknowledgeChoice(recipient(), new PlatformMessageId("1"), null));
    }

    @Override
    public List<String> secrets() {
        return List.of(AUTH_TOKEN, PREVIOUS_AUTH_TOKEN);
    }

    @Override
    public void close() {
        channel.close();
        platform.stop();
    }
}
