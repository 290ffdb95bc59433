package md.portar.telegram;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.matching.UrlPattern;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import md.portar.core.channel.ChannelSetup;
import md.portar.core.channel.ChannelSetup.SetupStep;
import md.portar.core.testkit.LogCapture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TelegramSetupTest {
    private static TelegramHarness harness;

    @BeforeAll
    static void start() {
        harness = new TelegramHarness();
    }

    @AfterAll
    static void stop() {
        harness.close();
    }

    @BeforeEach
    void everythingSucceeds() {
        harness.platform().resetAll();
        harness.platform().stubFor(any(anyUrl()).willReturn(TelegramHarness.ok("true")));
    }

    @Test
    void registeringSetsTheWebhookWithItsSecret() throws Exception {
        assertThat(steps(setup("webhook").register())).allMatch(step -> step.result() == SetupStep.Result.OK);
        LoggedRequest webhook = requests("setwebhook").get(0);
        // The library uploads this call as a multipart form.
        assertThat(webhook.getBodyAsString())
                .contains(TelegramHarness.WEBHOOK.toString(), TelegramHarness.SECRET)
                .contains("my_chat_member", "callback_query", "edited_message")
                .doesNotContain(TelegramHarness.PREVIOUS_SECRET);
    }

    @Test
    void registeringSetsTheCommandsInThreeLanguages() throws Exception {
        steps(setup("webhook").register());
        List<LoggedRequest> calls = requests("setmycommands");
        assertThat(calls).hasSize(4).allMatch(call -> call.getBodyAsString().contains("all_private_chats"));
        assertThat(calls.get(0).getBodyAsString()).contains("Main menu").doesNotContain("language_code");
        assertThat(calls.get(1).getBodyAsString()).contains("\"language_code\":\"ro\"", "Vorbește cu un om");
        assertThat(calls.get(2).getBodyAsString()).contains("\"language_code\":\"ru\"", "Связаться с оператором");
        assertThat(calls.get(3).getBodyAsString()).contains("\"language_code\":\"en\"", "Talk to a person");
        assertThat(requests("deletemycommands")).hasSize(1);
    }

    @Test
    void aPollingBotLosesItsWebhook() throws Exception {
        steps(setup("polling").register());
        assertThat(requests("setwebhook")).isEmpty();
        assertThat(requests("deletewebhook")).hasSize(1);
    }

    @Test
    void removingTakesTheWebhookAway() throws Exception {
        assertThat(steps(setup("webhook").remove())).hasSize(1);
        assertThat(requests("deletewebhook")).hasSize(1);
    }

    @Test
    void inspectingFindsNothingToSayAboutAGoodSetUp() throws Exception {
        bot(false);
        webhook(TelegramHarness.WEBHOOK.toString(), 0, "");
        assertThat(steps(setup("webhook").inspect()))
                .hasSize(2)
                .allMatch(step ->
                        step.result() == SetupStep.Result.OK && step.advice().isEmpty());
    }

    @Test
    void inspectingNamesWhatIsWrong() throws Exception {
        bot(true);
        webhook("https://elsewhere.example.com/", 0, "");
        assertThat(steps(setup("webhook").inspect()))
                .extracting(SetupStep::result)
                .containsExactly(SetupStep.Result.WARN, SetupStep.Result.FAIL);
        webhook(TelegramHarness.WEBHOOK.toString(), 5_000, "");
        assertThat(steps(setup("webhook").inspect()).get(1).advice()).contains("5000 updates");
        webhook(TelegramHarness.WEBHOOK.toString(), 0, ", \"last_error_date\": 1793606400");
        assertThat(steps(setup("webhook").inspect()).get(1).advice()).contains("2026-11-02T08:00:00Z");
        assertThat(steps(setup("polling").inspect()).get(1).advice()).contains("excludes polling");
    }

    @Test
    void aWrongTokenIsAdviceWithoutTheToken() throws Exception {
        harness.platform().stubFor(any(anyUrl()).willReturn(TelegramAnswers.error(401, "Unauthorized", "{}")));
        try (LogCapture log = LogCapture.open()) {
            List<SetupStep> steps = steps(setup("webhook").register());
            assertThat(steps)
                    .allMatch(step -> step.result() == SetupStep.Result.FAIL
                            && step.advice().contains("UNAUTHORISED (401)"));
            assertThat(steps + log.text()).doesNotContain(harness.secrets());
        }
    }

    private static ChannelSetup setup(String mode) {
        return harness.channel(Map.of("mode", mode)).setup().orElseThrow();
    }

    private static List<SetupStep> steps(CompletionStage<List<SetupStep>> stage) throws Exception {
        return stage.toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    private static void bot(boolean joinsGroups) {
        harness.platform().stubFor(post(call("getme")).willReturn(TelegramHarness.ok("""
                {"id": 100000900, "is_bot": true, "first_name": "Example Support", "can_join_groups": %s}""".formatted(joinsGroups))));
    }

    private static void webhook(String url, int pending, String more) {
        harness.platform().stubFor(post(call("getwebhookinfo")).willReturn(TelegramHarness.ok("""
                {"url": "%s", "has_custom_certificate": false, "pending_update_count": %d,
                 "allowed_updates": ["message", "edited_message", "callback_query", "my_chat_member"]%s}""".formatted(
                        url, pending, more))));
    }

    private static List<LoggedRequest> requests(String method) {
        return harness.platform().findAll(postRequestedFor(call(method)));
    }

    private static UrlPattern call(String method) {
        return urlPathMatching("(?i)/bot" + TelegramHarness.TOKEN + "/" + method);
    }
}
