package md.portar.telegram;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.Options.ChunkedEncodingPolicy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import md.portar.core.channel.Channel;
import md.portar.core.channel.ChannelAdapter;
import md.portar.core.channel.ChannelContext;
import md.portar.core.channel.DeliveryOutcome;
import md.portar.core.channel.OutboundAction;
import md.portar.core.channel.RawBody;
import md.portar.core.channel.TemplateName;
import md.portar.core.channel.WebhookRequest;
import md.portar.core.guard.CatalogueText;
import md.portar.core.message.ChannelAccount;
import md.portar.core.message.ConversationKey;
import md.portar.core.message.Language;
import md.portar.core.message.PlatformMessageId;
import md.portar.core.message.PlatformUserId;
import md.portar.core.testkit.FixedClock;
import md.portar.core.testkit.MapSettings;
import md.portar.core.testkit.channel.ChannelHarness;
import md.portar.core.testkit.channel.DeliveryRow;

/** A bot of ours and the server that plays the Bot API for it. */
final class TelegramHarness implements ChannelHarness, AutoCloseable {
    static final String TOKEN = "100000900:EXAMPLE-token_of-a-bot-that-never-was";
    static final String SECRET = "example-webhook-secret-1";
    static final String PREVIOUS_SECRET = "example-webhook-secret-0";
    static final URI WEBHOOK = URI.create("https://bots.example.org/webhooks/telegram/main");
    static final ConversationKey PERSON = conversation("100000001");
    static final ConversationKey GROUP = conversation("-1001000000001");

    private final FixedClock clock = FixedClock.onMonday();
    private final WireMockServer platform = new WireMockServer(wireMockConfig()
            .dynamicPort()
            .bindAddress("127.0.0.1")
            .useChunkedTransferEncoding(ChunkedEncodingPolicy.BODY_FILE));
    private final List<Channel> channels = new ArrayList<>();
    private final ChannelAdapter adapter;

    TelegramHarness() {
        platform.start();
        adapter = channel(Map.of()).adapter();
    }

    static ConversationKey conversation(String chat) {
        return new ConversationKey(TelegramChannelFactory.ID, new ChannelAccount("main"), new PlatformUserId(chat));
    }

    /** A channel on the stand-in, with some settings changed. */
    Channel channel(Map<String, ?> changes) {
        Map<String, Object> values = new HashMap<>();
        values.put("token", TOKEN);
        values.put("webhook-secret", SECRET);
        values.put("previous-webhook-secret", PREVIOUS_SECRET);
        values.put("api-url", "http://127.0.0.1:" + platform.port());
        values.put("request-timeout", "4s");
        values.putAll(changes);
        MapSettings settings = MapSettings.of("channels.telegram.main", values);
        ChannelContext context = new ChannelContext(new ChannelAccount("main"), WEBHOOK, clock);
        Channel channel = new TelegramChannelFactory().create(settings, context);
        if (!settings.problems().isEmpty() || !settings.unread().isEmpty()) {
            throw new IllegalArgumentException(settings.problems() + " " + settings.unread());
        }
        channels.add(channel);
        return channel;
    }

    FixedClock clock() {
        return clock;
    }

    @Override
    public ChannelAdapter adapter() {
        return adapter;
    }

    @Override
    public ChannelAdapter adapterFor(URI elsewhere) {
        return channel(Map.of("api-url", elsewhere.toString())).adapter();
    }

    @Override
    public WireMockServer platform() {
        return platform;
    }

    @Override
    public WebhookRequest sign(byte[] body) {
        return sign(SECRET, body);
    }

    WebhookRequest sign(String secret, byte[] body) {
        Map<String, List<String>> headers =
                Map.of("content-type", List.of("application/json"), "X-Telegram-Bot-Api-Secret-Token", List.of(secret));
        return new WebhookRequest("POST", "", headers, RawBody.of(body));
    }

    @Override
    public byte[] goodBody() {
        return """
                {"update_id": 900000001, "message": {"message_id": 1, "date": 1793606400, "text": "hello",
                 "from": {"id": 100000001, "is_bot": false, "first_name": "Test"},
                 "chat": {"id": 100000001, "type": "private", "first_name": "Test"}}}
                """.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String signatureHeader() {
        return TelegramSignature.HEADER;
    }

    @Override
    public boolean signatureCoversBody() {
        return false;
    }

    @Override
    public List<byte[]> notInFormat() {
        return List.of(
                "Body=hello&From=1".getBytes(StandardCharsets.UTF_8),
                "<update/>".getBytes(StandardCharsets.UTF_8),
                "{\"update_id\": 1}{}".getBytes(StandardCharsets.UTF_8),
                new byte[] {0, 1, 2});
    }

    @Override
    public ConversationKey recipient() {
        return PERSON;
    }

    @Override
    public ResponseDefinitionBuilder sent() {
        return ok("""
                {"message_id": 4711, "date": 1793606401, "text": "Hello from Example.",
                 "from": {"id": 100000900, "is_bot": true, "first_name": "Example Support"},
                 "chat": {"id": 100000001, "type": "private", "first_name": "Test"}}""");
    }

    static ResponseDefinitionBuilder ok(String result) {
        return aResponse()
                .withStatus(200)
                .withHeader("Content-Type", "application/json")
                .withBody("{\"ok\": true, \"result\": " + result + "}");
    }

    @Override
    public DeliveryOutcome sentOutcome() {
        return new DeliveryOutcome.Delivered(new PlatformMessageId("4711"));
    }

    @Override
    public List<DeliveryRow> table() {
        return TelegramAnswers.table();
    }

    @Override
    public List<OutboundAction> unsupported() {
        return List.of(new OutboundAction.SendTemplate(
                PERSON, new TemplateName("agent-reply-waiting"), Language.RO, Map.of(), CatalogueText.EMPTY));
    }

    @Override
    public List<String> secrets() {
        return List.of(TOKEN, TOKEN.substring(10), SECRET, PREVIOUS_SECRET);
    }

    @Override
    public void close() {
        channels.forEach(Channel::close);
        platform.stop();
    }
}
