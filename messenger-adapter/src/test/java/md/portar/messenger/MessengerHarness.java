package md.portar.messenger;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import md.portar.core.channel.Channel;
import md.portar.core.channel.ChannelAdapter;
import md.portar.core.channel.ChannelContext;
import md.portar.core.channel.DeliveryOutcome;
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

/** A page of an invented operator. */
final class MessengerHarness implements ChannelHarness, AutoCloseable {
    static final String PAGE = "1151110000000001";
    static final String APP_SECRET = "app-secret-0123456789abcdef";
    static final String PREVIOUS_APP_SECRET = "old-app-secret-0123456789ab";
    static final String PAGE_TOKEN = "page-token-EAAB0123456789";
    static final String VERIFY_TOKEN = "verify-token-0123456789";
    static final String PREVIOUS_VERIFY_TOKEN = "old-verify-token-0123456";
    static final ChannelAccount ACCOUNT = new ChannelAccount("main");

    private final WireMockServer platform =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());
    private final Channel channel;

    MessengerHarness() {
        platform.start();
        channel = channel(URI.create(platform.baseUrl()), Map.of());
    }

    Channel channel(URI platformUrl, Map<String, Object> more) {
        Map<String, Object> settings = new LinkedHashMap<>(Map.of(
                "page-id", PAGE,
                "app-id", "100000001",
                "page-token", PAGE_TOKEN,
                "app-secret", APP_SECRET,
                "previous-app-secret", PREVIOUS_APP_SECRET,
                "verify-token", VERIFY_TOKEN,
                "previous-verify-token", PREVIOUS_VERIFY_TOKEN,
                "api-url", platformUrl.toString(),
                "request-timeout", "2s",
                "connect-timeout", "1s"));
        settings.putAll(more);
        return new MessengerChannelFactory()
                .create(
                        MapSettings.of("channels.messenger.main", settings),
                        new ChannelContext(
                                ACCOUNT,
                                URI.create("https://bots.example.org/webhooks/messenger/main"),
                                Clock.systemUTC()));
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
        return signed(body, APP_SECRET);
    }

    static WebhookRequest signed(byte[] body, String secret) {
        String signature = "sha256=" + MessengerSignature.hmac(Secret.of(secret), body);
        return new WebhookRequest(
                "POST",
                "",
                Map.of("X-Hub-Signature-256", List.of(signature), "Content-Type", List.of("application/json")),
                RawBody.of(body));
    }

    @Override
    public byte[] goodBody() {
        return ("{\"object\":\"page\",\"entry\":[{\"id\":\"" + PAGE + "\",\"time\":1795430000000,\"messaging\":[{"
                        + "\"sender\":{\"id\":\"7000000100000001\"},\"recipient\":{\"id\":\"" + PAGE
                        + "\"},\"timestamp\":1795430000000,\"message\":{\"mid\":\"m_good\",\"text\":\"hello\"}}]}]}")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String signatureHeader() {
        return MessengerSignature.HEADER;
    }

    @Override
    public boolean signatureCoversBody() {
        return true;
    }

    @Override
    public List<byte[]> notInFormat() {
        return List.of(
                bytes("{"),
                bytes("[]"),
                bytes("null"),
                bytes("\"page\""),
                bytes("object=page"),
                bytes("{} {}"),
                bytes("\u0000"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public ConversationKey recipient() {
        return new ConversationKey(MessengerChannelFactory.ID, ACCOUNT, new PlatformUserId("7000000100000001"));
    }

    @Override
    public ResponseDefinitionBuilder sent() {
        return WireMock.okJson("{\"recipient_id\":\"7000000100000001\",\"message_id\":\"m_out_1\"}");
    }

    @Override
    public DeliveryOutcome sentOutcome() {
        return new DeliveryOutcome.Delivered(new PlatformMessageId("m_out_1"));
    }

    @Override
    public List<DeliveryRow> table() {
        return MessengerReplies.table(recipient());
    }

    @Override
    public List<OutboundAction> unsupported() {
        return List.of(
                new OutboundAction.LeaveGroup(recipient()),
                new OutboundAction.AcknowledgeChoice(recipient(), new PlatformMessageId("1"), null));
    }

    @Override
    public List<String> secrets() {
        return List.of(APP_SECRET, PREVIOUS_APP_SECRET, PAGE_TOKEN, VERIFY_TOKEN, PREVIOUS_VERIFY_TOKEN);
    }

    @Override
    public void close() {
        channel.close();
        platform.stop();
    }
}
