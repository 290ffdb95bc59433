package md.portar.gateway.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import md.portar.core.conversation.Effect;
import md.portar.core.conversation.HandoffReason;
import md.portar.core.conversation.Priority;
import md.portar.core.conversation.SafetyConcern;
import md.portar.core.guard.SecretGuard;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.handoff.OnCallReceiver.Attempt;
import md.portar.core.handoff.OnCallReceiver.Result;
import md.portar.core.message.Language;
import md.portar.core.store.OnCallNotices;
import md.portar.core.store.Store;
import md.portar.core.store.StoreSettings;
import md.portar.core.store.jdbc.JdbcStore;
import md.portar.core.testkit.FixedClock;
import md.portar.core.testkit.RecordingChannel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnCallCommandTest {
    private static final String TOKEN = "token-of-the-receiver";

    @TempDir
    private Path folder;

    private final WireMockServer receiver =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());

    @BeforeEach
    void open() {
        receiver.start();
    }

    @AfterEach
    void close() {
        receiver.stop();
    }

    private String config(String onCall) throws IOException {
        Files.writeString(folder.resolve("token"), TOKEN);
        return Files.writeString(folder.resolve("portar.yaml"), """
                        public-url: https://bots.example.org
                        operator: { name: Example }
                        """ + onCall).toString();
    }

    private Run test() throws IOException {
        String onCall = "on-call: { url: \"" + receiver.baseUrl() + "/secret-hook\", token: \"${file:"
                + folder.resolve("token") + "}\" }";
        return Run.of("on-call", "test", "--config", config(onCall));
    }

    @Test
    void aReceiverThatWorksIsSaidToWork() throws IOException {
        receiver.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(202)));
        Run run = test();
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("status 202").doesNotContain(TOKEN, "secret-hook");
        receiver.verify(
                1,
                postRequestedFor(urlEqualTo("/secret-hook"))
                        .withHeader("Authorization", equalTo("Bearer " + TOKEN))
                        .withRequestBody(matchingJsonPath("$.kind", equalTo("test"))));
    }

    @Test
    void oneThatDoesNotIsAFailureThatSaysWhatToLookAt() throws IOException {
        receiver.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(401)));
        Run run = test();
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("on-call.url", "status 401", "token").doesNotContain(TOKEN, "secret-hook");
    }

    @Test
    void withoutTheSettingThereIsNothingToTry() throws IOException {
        Run run = Run.of("on-call", "test", "--config", config(""));
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("on-call.url is not set");
    }

    @Test
    void whatWasNotToldIsListed() {
        String url = "jdbc:sqlite:" + folder.resolve("portar.db");
        assertThat(Run.of("on-call", "list", "--store", url).out()).contains("Nothing waits");
        Instant now = FixedClock.MONDAY;
        try (Store store = JdbcStore.open(StoreSettings.of(url), SecretGuard.standard())) {
            store.unitOfWork().run(tx -> {
                ConversationNumber number = store.conversations().open(tx, RecordingChannel.person(1), now);
                store.tickets()
                        .open(
                                tx,
                                number,
                                new Effect.OpenTicket(HandoffReason.SAFETY, Priority.SAFETY, Language.RO, null),
                                now);
                OnCallNotices notices = store.onCallNotices();
                notices.add(tx, number, SafetyConcern.HARM, Language.RO, UUID.randomUUID(), now);
                OnCallNotices.Taken taken =
                        notices.take(tx, now, Duration.ofMinutes(1)).orElseThrow();
                notices.giveUp(tx, taken, new Attempt(Result.REFUSED, 404), now);
                return notices.add(tx, number, SafetyConcern.DISTRESS, Language.RO, UUID.randomUUID(), now);
            });
        }
        Run run = Run.of("on-call", "list", "--store", url);
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.lines()).hasSize(3);
        assertThat(run.out()).containsPattern("harm .* given up .*status 404").containsPattern("distress .* waits");
    }
}
