package md.portar.messenger;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import md.portar.core.channel.Channel;
import md.portar.core.channel.ChannelSetup.SetupStep;
import md.portar.core.channel.Choice;
import md.portar.core.channel.DeliveryFailure;
import md.portar.core.channel.DeliveryOutcome;
import md.portar.core.channel.MediaSource;
import md.portar.core.channel.OutboundAction;
import md.portar.core.channel.RawBody;
import md.portar.core.channel.RefusalReason;
import md.portar.core.channel.WebhookOutcome;
import md.portar.core.channel.WebhookRequest;
import md.portar.core.guard.CatalogueText;
import md.portar.core.guard.ScreenedText;
import md.portar.core.guard.SecretGuard;
import md.portar.core.testkit.MapSettings;
import md.portar.core.testkit.channel.Samples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessengerAdapterTest {
    private final MessengerHarness harness = new MessengerHarness();

    @BeforeEach
    void platformAnswers() {
        harness.platform().stubFor(any(anyUrl()).willReturn(harness.sent()));
    }

    @AfterEach
    void stop() {
        harness.close();
    }

    private WebhookOutcome get(String query) {
        return harness.adapter().receive(new WebhookRequest("GET", query, Map.of(), RawBody.of(new byte[0])));
    }

    @Test
    void theSubscriptionCheckIsAnsweredWithItsChallenge() {
        WebhookOutcome outcome = get(
                "hub.mode=subscribe&hub.verify_token=" + MessengerHarness.VERIFY_TOKEN + "&hub.challenge=1158201444");
        assertThat(outcome).isEqualTo(new WebhookOutcome.ChallengeAnswered("1158201444"));
    }

    @Test
    void theVerifyTokenBeforeTheChangeStillHolds() {
        WebhookOutcome outcome = get(
                "hub.mode=subscribe&hub.verify_token=" + MessengerHarness.PREVIOUS_VERIFY_TOKEN + "&hub.challenge=7");
        assertThat(outcome).isEqualTo(new WebhookOutcome.ChallengeAnswered("7"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hub.mode=subscribe&hub.verify_token=wrong&hub.challenge=1",
                "hub.mode=unsubscribe&hub.verify_token=verify-token-0123456789&hub.challenge=1",
                "hub.mode=subscribe&hub.verify_token=verify-token-0123456789&hub.challenge=%3Cscript%3E",
                "hub.mode=subscribe&hub.verify_token=verify-token-0123456789",
                "hub.verify_token=verify-token-0123456789&hub.challenge=1",
                "hub.mode=subscribe&hub.verify_token=%&hub.verify_token=verify-token-012345678&hub.challenge=1",
            })
    void anotherSubscriptionCheckIsRefused(String query) {
        assertThat(get(query)).isEqualTo(new WebhookOutcome.Refused(RefusalReason.WRONG_SIGNATURE));
    }

    @Test
    void aGetWithoutTokenIsUnsigned() {
        assertThat(get("")).isEqualTo(new WebhookOutcome.Refused(RefusalReason.UNSIGNED));
    }

    @Test
    void theSecretBeforeTheChangeStillHolds() {
        WebhookRequest request = MessengerHarness.signed(harness.goodBody(), MessengerHarness.PREVIOUS_APP_SECRET);
        assertThat(harness.adapter().receive(request)).isInstanceOf(WebhookOutcome.Accepted.class);
    }

    @Test
    void theOlderSha1HeaderProvesNothing() {
        WebhookRequest request = new WebhookRequest(
                "POST",
                "",
                Map.of(
                        "X-Hub-Signature", List.of("sha1=0000000000000000000000000000000000000000"),
                        "Content-Type", List.of("application/json")),
                RawBody.of(harness.goodBody()));
        assertThat(harness.adapter().receive(request)).isEqualTo(new WebhookOutcome.Refused(RefusalReason.UNSIGNED));
    }

    @Test
    void aMessageCarriesBearerProofAndMetadataAndNoTokenInTheUrl() {
        Samples.await(harness.adapter().deliver(Samples.hello(harness.recipient())));
        harness.platform()
                .verify(postRequestedFor(urlPathEqualTo("/v26.0/" + MessengerHarness.PAGE + "/messages"))
                        .withHeader("Authorization", equalTo("Bearer " + MessengerHarness.PAGE_TOKEN))
                        .withQueryParam("appsecret_proof", matching("[0-9a-f]{64}"))
                        .withRequestBody(equalToJson("{\"recipient\":{\"id\":\"7000000100000001\"},"
                                + "\"messaging_type\":\"RESPONSE\",\"message\":{\"text\":\"Hello from Example.\","
                                + "\"metadata\":\"portar\"}}")));
        assertThat(harness.platform().getAllServeEvents())
                .allSatisfy(
                        event -> assertThat(event.getRequest().getUrl()).doesNotContain(MessengerHarness.PAGE_TOKEN));
    }

    @Test
    void choicesAreQuickReplies() {
        Samples.await(harness.adapter().deliver(Samples.withChoices(harness.recipient(), 2)));
        harness.platform()
                .verify(postRequestedFor(anyUrl())
                        .withRequestBody(matchingJsonPath("$.message.quick_replies[0].content_type", equalTo("text")))
                        .withRequestBody(matchingJsonPath("$.message.quick_replies[0].title", equalTo("Choice 1")))
                        .withRequestBody(matchingJsonPath("$.message.quick_replies[1].payload", equalTo("choice.2"))));
    }

    @Test
    void aLabelThatMetaWouldCutIsNotSent() {
        OutboundAction action = new OutboundAction.SendMessage(
                harness.recipient(),
                CatalogueText.of("Choose"),
                List.of(new Choice("a", CatalogueText.of("x".repeat(21)))),
                OutboundAction.Speaker.BOT);
        assertThat(Samples.await(harness.adapter().deliver(action)))
                .isEqualTo(new DeliveryOutcome.Undeliverable(DeliveryFailure.INVALID_MESSAGE, 0));
    }

    @Test
    void onlyAnAgentsLateWordsCarryTheHumanAgentTag() {
        Channel permitted = harness.channel(URI.create(harness.platform().baseUrl()), Map.of("human-agent", true));
        assertThat(permitted.adapter().capabilities().agentWindow()).contains(Duration.ofDays(7));
        Samples.await(permitted.adapter().deliver(late()));
        harness.platform()
                .verify(postRequestedFor(anyUrl())
                        .withRequestBody(matchingJsonPath("$.messaging_type", equalTo("MESSAGE_TAG")))
                        .withRequestBody(matchingJsonPath("$.tag", equalTo("HUMAN_AGENT"))));
        permitted.close();
    }

    @Test
    void withoutThePermissionLateWordsAreNotSent() {
        assertThat(Samples.await(harness.adapter().deliver(late())))
                .isEqualTo(new DeliveryOutcome.Undeliverable(DeliveryFailure.WINDOW_CLOSED, 0));
        assertThat(harness.platform().getAllServeEvents()).isEmpty();
    }

    private OutboundAction late() {
        return new OutboundAction.SendMessage(
                harness.recipient(),
                CatalogueText.of("Sorry for the wait."),
                List.of(),
                OutboundAction.Speaker.AGENT_AFTER_WINDOW);
    }

    @Test
    void typingTravelsAlone() {
        harness.platform().stubFor(any(anyUrl()).willReturn(okJson("{\"recipient_id\":\"7000000100000001\"}")));
        DeliveryOutcome outcome =
                Samples.await(harness.adapter().deliver(new OutboundAction.ShowTyping(harness.recipient(), null)));
        assertThat(outcome).isEqualTo(new DeliveryOutcome.Delivered(null));
        harness.platform()
                .verify(postRequestedFor(anyUrl())
                        .withRequestBody(equalToJson(
                                "{\"recipient\":{\"id\":\"7000000100000001\"},\"sender_action\":\"typing_on\"}")));
    }

    @Test
    void setUpSubscribesAndSetsTheProfile() throws Exception {
        harness.platform().stubFor(any(anyUrl()).willReturn(okJson("{\"success\":true,\"result\":\"success\"}")));
        List<SetupStep> steps = harness.channel()
                .setup()
                .orElseThrow()
                .register()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
        assertThat(steps).hasSize(2).allMatch(step -> step.result() == SetupStep.Result.OK);
        harness.platform()
                .verify(postRequestedFor(urlPathEqualTo("/v26.0/me/messenger_profile"))
                        .withRequestBody(matchingJsonPath("$.ice_breakers[0].call_to_actions.size()", equalTo("4")))
                        .withRequestBody(matchingJsonPath("$.get_started.payload", equalTo("start"))));
    }

    @Test
    void aRefusedSetUpSaysWhatToLookAt() throws Exception {
        harness.platform()
                .stubFor(any(anyUrl())
                        .willReturn(status(400)
                                .withBody("{\"error\":{\"code\":190,\"message\":\"expired\",\"error_subcode\":463}}")));
        List<SetupStep> steps = harness.channel()
                .setup()
                .orElseThrow()
                .inspect()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
        assertThat(steps)
                .allMatch(step -> step.result() == SetupStep.Result.FAIL)
                .allMatch(
                        step -> step.advice().contains("190") && !step.advice().contains("expired"));
    }

    @Test
    void filesAreFetchedFromThePlatform() throws Exception {
        harness.platform()
                .stubFor(any(urlPathEqualTo("/file.jpg"))
                        .willReturn(ok("picture").withHeader("Content-Type", "image/jpeg")));
        MediaSource.Media media = fetch(harness.platform().baseUrl() + "/file.jpg");
        assertThat(media.declaredType()).isEqualTo("image/jpeg");
        assertThat(new String(media.stream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("picture");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/a.jpg",
                "http://scontent.fbcdn.net/a.jpg",
                "https://fbcdn.net.example.com/a.jpg",
                "https://169.254.169.254/latest",
                "https://127.0.0.1/a",
                "https://[::1]/a",
                "https://2130706433/a",
                "file:///etc/passwd",
                "not an address"
            })
    void otherAddressesAreNotAsked(String address) {
        assertThatThrownBy(() -> fetch(address)).hasRootCauseInstanceOf(java.io.IOException.class);
        assertThat(harness.platform().getAllServeEvents()).isEmpty();
    }

    private MediaSource.Media fetch(String address) throws Exception {
        ScreenedText reference = SecretGuard.standard().rescreen(address);
        return harness.channel()
                .media()
                .orElseThrow()
                .fetch(reference)
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    @Test
    void everyMistakeInTheSettingsIsReported() {
        MapSettings settings = MapSettings.of(
                "channels.messenger.main",
                Map.of(
                        "page-id", "my page",
                        "app-id", "x",
                        "page-token", "short",
                        "app-secret", "short",
                        "verify-token", "short",
                        "api-version", "26"));
        MessengerSettings.read(settings);
        assertThat(settings.problems())
                .extracting(problem -> problem.substring(0, problem.indexOf(':')))
                .containsExactlyInAnyOrder(
                        "channels.messenger.main.page-id",
                        "channels.messenger.main.app-id",
                        "channels.messenger.main.page-token",
                        "channels.messenger.main.app-secret",
                        "channels.messenger.main.verify-token",
                        "channels.messenger.main.api-version");
    }
}
