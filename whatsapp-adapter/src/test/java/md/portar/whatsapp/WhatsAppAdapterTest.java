package md.portar.whatsapp;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.exactly;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import md.portar.core.channel.Channel;
import md.portar.core.channel.DeliveryOutcome;
import md.portar.core.channel.MediaSource;
import md.portar.core.channel.OutboundAction;
import md.portar.core.guard.SecretGuard;
import md.portar.core.message.PlatformMessageId;
import md.portar.core.testkit.MapSettings;
import md.portar.core.testkit.channel.Samples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhatsAppAdapterTest {
    private static final String MESSAGES = "/2010-04-01/Accounts/" + WhatsAppHarness.ACCOUNT_SID + "/Messages.json";
    private static final String CONTENT_SID = "HX00000000000000000000000000000001";

    private final WhatsAppHarness harness = new WhatsAppHarness();

    @BeforeEach
    void platformAnswers() {
        harness.platform().stubFor(post(urlPathEqualTo(MESSAGES)).willReturn(harness.sent()));
        harness.platform()
                .stubFor(get(urlPathEqualTo("/v1/Content"))
                        .willReturn(okJson("{\"contents\":[],\"meta\":{\"key\":\"contents\",\"page\":0}}")));
        harness.platform()
                .stubFor(post(urlPathEqualTo("/v1/Content"))
                        .willReturn(aResponse().withStatus(201).withBody("{\"sid\":\"" + CONTENT_SID + "\"}")));
    }

    @AfterEach
    void stop() {
        harness.close();
    }

    @Test
    void aTextCarriesSenderRecipientAndStatusCallback() {
        Samples.await(harness.adapter().deliver(Samples.hello(harness.recipient())));
        harness.platform()
                .verify(postRequestedFor(urlPathEqualTo(MESSAGES))
                        .withBasicAuth(new com.github.tomakehurst.wiremock.client.BasicCredentials(
                                WhatsAppHarness.ACCOUNT_SID, WhatsAppHarness.AUTH_TOKEN))
                        .withFormParam("To", equalTo("whatsapp:+15550100"))
                        .withFormParam("From", equalTo("whatsapp:+15550199"))
                        .withFormParam("Body", equalTo("Hello from Example."))
                        .withFormParam("StatusCallback", equalTo(WhatsAppHarness.WEBHOOK.toString())));
    }

    @Test
    void threeChoicesAreButtonsOfATemplateThatIsMadeOnce() {
        Samples.await(harness.adapter().deliver(Samples.withChoices(harness.recipient(), 3)));
        Samples.await(harness.adapter().deliver(Samples.withChoices(harness.recipient(), 3)));
        harness.platform()
                .verify(
                        exactly(1),
                        postRequestedFor(urlPathEqualTo("/v1/Content"))
                                .withRequestBody(matchingJsonPath(
                                        "$.types.['twilio/quick-reply'].actions[1].title", equalTo("Choice 2")))
                                .withRequestBody(matchingJsonPath(
                                        "$.types.['twilio/quick-reply'].actions[1].id", equalTo("choice.2"))));
        harness.platform()
                .verify(
                        exactly(2),
                        postRequestedFor(urlPathEqualTo(MESSAGES))
                                .withFormParam("ContentSid", equalTo(CONTENT_SID))
                                .withFormParam("ContentVariables", equalTo("{\"1\":\"Please choose.\"}")));
    }

    @Test
    void moreChoicesAreAList() {
        Samples.await(harness.adapter().deliver(Samples.withChoices(harness.recipient(), 6)));
        harness.platform()
                .verify(postRequestedFor(urlPathEqualTo("/v1/Content"))
                        .withRequestBody(
                                matchingJsonPath("$.types.['twilio/list-picker'].items[5].id", equalTo("choice.6"))));
    }

    @Test
    void aTemplateOfAnEarlierRunIsFoundAgain() {
        Samples.await(harness.adapter().deliver(Samples.withChoices(harness.recipient(), 2)));
        String made = harness.platform()
                .findAll(postRequestedFor(urlPathEqualTo("/v1/Content")))
                .get(0)
                .getBodyAsString();
        String name = made.replaceAll(".*\"friendly_name\":\"([^\"]+)\".*", "$1");
        harness.platform()
                .stubFor(get(urlPathEqualTo("/v1/Content"))
                        .willReturn(okJson("{\"contents\":[{\"sid\":\"HX00000000000000000000000000000002\","
                                + "\"friendly_name\":\"" + name
                                + "\"}],\"meta\":{\"key\":\"contents\",\"page\":0}}")));
        Channel restarted = harness.channel(URI.create(harness.platform().baseUrl()), Map.of());
        Samples.await(restarted.adapter().deliver(Samples.withChoices(harness.recipient(), 2)));
        harness.platform()
                .verify(postRequestedFor(urlPathEqualTo(MESSAGES))
                        .withFormParam("ContentSid", equalTo("HX00000000000000000000000000000002")));
        restarted.close();
    }

    @Test
    void withoutTemplateTheChoicesAreNumberedLines() {
        harness.platform()
                .stubFor(any(urlPathEqualTo("/v1/Content"))
                        .willReturn(aResponse().withStatus(500)));
        DeliveryOutcome outcome = Samples.await(harness.adapter().deliver(Samples.withChoices(harness.recipient(), 2)));
        assertThat(outcome).isEqualTo(harness.sentOutcome());
        harness.platform()
                .verify(postRequestedFor(urlPathEqualTo(MESSAGES))
                        .withFormParam("Body", equalTo("Please choose.\n\n1 — Choice 1\n2 — Choice 2")));
    }

    @Test
    void aRefusedTemplateIsNumberedLinesAtOnce() {
        harness.platform()
                .stubFor(post(urlPathEqualTo(MESSAGES))
                        .withFormParam("ContentSid", matching(".+"))
                        .willReturn(aResponse().withStatus(400).withBody("{\"code\":21656}")));
        DeliveryOutcome outcome = Samples.await(harness.adapter().deliver(Samples.withChoices(harness.recipient(), 2)));
        assertThat(outcome).isEqualTo(harness.sentOutcome());
    }

    @Test
    void anUncertainTemplateSendIsNotRepeatedAsText() {
        harness.platform()
                .stubFor(post(urlPathEqualTo(MESSAGES)).willReturn(aResponse().withStatus(503)));
        assertThat(Samples.await(harness.adapter().deliver(Samples.withChoices(harness.recipient(), 2))))
                .isInstanceOf(DeliveryOutcome.Uncertain.class);
        harness.platform().verify(exactly(1), postRequestedFor(urlPathEqualTo(MESSAGES)));
    }

    @Test
    void redactionBlanksTheWordsAndDeletesTheFiles() {
        String sid = "MM000000000000000000000000000000ff";
        String message = "/2010-04-01/Accounts/" + WhatsAppHarness.ACCOUNT_SID + "/Messages/" + sid;
        harness.platform().stubFor(post(urlPathEqualTo(message + ".json")).willReturn(harness.sent()));
        harness.platform()
                .stubFor(get(urlPathEqualTo(message + "/Media.json"))
                        .willReturn(okJson("{\"media_list\":[{\"sid\":\"ME00000000000000000000000000000001\"}],"
                                + "\"page\":0,\"page_size\":50,\"end\":0,\"start\":0,\"uri\":\"/x\"}")));
        String file = message + "/Media/ME00000000000000000000000000000001.json";
        harness.platform()
                .stubFor(any(urlPathEqualTo(file)).willReturn(aResponse().withStatus(204)));
        DeliveryOutcome outcome = Samples.await(harness.adapter()
                .deliver(new OutboundAction.RedactAtSource(harness.recipient(), new PlatformMessageId(sid))));
        assertThat(outcome).isEqualTo(new DeliveryOutcome.Delivered(null));
        harness.platform()
                .verify(postRequestedFor(urlPathEqualTo(message + ".json")).withFormParam("Body", equalTo("")));
        harness.platform().verify(deleteRequestedFor(urlPathEqualTo(file)));
    }

    @Test
    void aFileIsFetchedWithCredentialsForTheApiOnly() throws Exception {
        harness.platform()
                .stubFor(get(urlPathEqualTo("/media"))
                        .willReturn(aResponse().withStatus(307).withHeader("Location", "/cdn/file.jpg")));
        harness.platform()
                .stubFor(get(urlPathEqualTo("/cdn/file.jpg"))
                        .willReturn(ok("picture").withHeader("Content-Type", "image/jpeg")));
        MediaSource.Media media = fetch("https://api.twilio.com/media");
        assertThat(media.declaredType()).isEqualTo("image/jpeg");
        assertThat(new String(media.stream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("picture");
        assertThat(harness.platform().getAllServeEvents())
                .anyMatch(event -> event.getRequest().containsHeader("Authorization")
                        && event.getRequest().getUrl().equals("/media"))
                .noneMatch(event -> event.getRequest().containsHeader("Authorization")
                        && event.getRequest().getUrl().startsWith("/cdn"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/a.jpg",
                "http://api.twilio.com/a.jpg",
                "https://api.twilio.com.example.com/a",
                "https://169.254.169.254/latest",
                "file:///etc/passwd",
                "nothing"
            })
    void otherAddressesAreNotAsked(String address) {
        assertThatThrownBy(() -> fetch(address)).hasRootCauseInstanceOf(java.io.IOException.class);
        assertThat(harness.platform().getAllServeEvents()).isEmpty();
    }

    private MediaSource.Media fetch(String address) throws Exception {
        return harness.channel()
                .media()
                .orElseThrow()
                .fetch(SecretGuard.standard().rescreen(address))
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    @Test
    void everyMistakeInTheSettingsIsReported() {
        MapSettings settings = MapSettings.of(
                "channels.whatsapp.main",
                Map.of(
                        "account-sid", "SK1",
                        "auth-token", "short",
                        "from", "+15550199",
                        "messaging-service-sid", "x",
                        "templates", Map.of("A", "b")));
        WhatsAppSettings.read(settings);
        assertThat(settings.problems())
                .extracting(problem -> problem.substring(0, problem.indexOf(':')))
                .containsExactlyInAnyOrder(
                        "channels.whatsapp.main.account-sid",
                        "channels.whatsapp.main.auth-token",
                        "channels.whatsapp.main.from",
                        "channels.whatsapp.main.messaging-service-sid",
                        "channels.whatsapp.main.templates.A");
    }
}
