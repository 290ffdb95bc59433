package md.portar.core.testkit.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.github.tomakehurst.wiremock.client.WireMock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import md.portar.core.channel.OutboundAction;
import md.portar.core.channel.WebhookRequest;
import md.portar.core.guard.CatalogueText;
import md.portar.core.testkit.LogCapture;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Customers' words and configured secrets show neither in logs at any level nor in anything that prints. */
public interface SecrecyContract extends UnderTest {
    /** Fits no id's grammar, so wherever it shows it was treated as loggable by mistake. */
    String CANARY = "canary#7f3a 4111 1111 1111 1111 «hunter2secret»";

    /** The parts of the canary that a parser's message might quote alone. */
    List<String> FEATHERS = List.of("canary#", "hunter2secret", "1111 1111");

    @TestFactory
    default Stream<DynamicTest> aSecretInAnyFieldOfAnUpdateShowsNowhere() {
        return Fixture.all().stream()
                .map(fixture -> dynamicTest(
                        fixture.name(), () -> nothingShows(Variants.of(fixture).poisoned(CANARY))));
    }

    @TestFactory
    default Stream<DynamicTest> aSecretInABrokenUpdateShowsNowhere() {
        return Fixture.all().stream()
                .map(fixture -> dynamicTest(
                        fixture.name(),
                        () -> nothingShows(Variants.of(fixture).poisoned(CANARY).stream()
                                .map(body -> Arrays.copyOf(body, body.length - 1 - body.length / 8))
                                .toList())));
    }

    @Test
    default void aSecretInAForgedRequestShowsNowhere() {
        try (LogCapture log = LogCapture.open()) {
            WebhookRequest genuine = channel().sign(channel().goodBody());
            Map<String, List<String>> headers = new HashMap<>(genuine.headers());
            headers.put(channel().signatureHeader(), List.of(CANARY));
            WebhookRequest forged = new WebhookRequest("POST", "q=" + CANARY, headers, genuine.body());
            String printed = channel().adapter().receive(forged).toString();
            assertThat(printed + log.text())
                    .doesNotContain(FEATHERS)
                    .doesNotContain(channel().secrets());
        }
    }

    @TestFactory
    default Stream<DynamicTest> noAnswerOfThePlatformMakesASecretShow() {
        return channel().table().stream()
                .map(row -> dynamicTest(row.name(), () -> {
                    channel().platform().resetAll();
                    channel().platform().stubFor(WireMock.any(WireMock.anyUrl()).willReturn(row.reply()));
                    attempt(row.action());
                }));
    }

    @Test
    default void outgoingWordsAndTokensShowNowhere() {
        channel().platform().resetAll();
        channel()
                .platform()
                .stubFor(WireMock.any(WireMock.anyUrl()).willReturn(channel().sent()));
        attempt(Samples.text(channel().recipient(), CatalogueText.of(CANARY)));
        channel().platform().resetAll();
        channel()
                .platform()
                .stubFor(WireMock.any(WireMock.anyUrl())
                        .willReturn(WireMock.aResponse().withStatus(500).withBody("<html>" + CANARY)));
        attempt(Samples.text(channel().recipient(), CatalogueText.of(CANARY)));
    }

    @Test
    default void theAdapterPrintsNoSecret() {
        assertThat(channel().secrets()).isNotEmpty();
        assertThat(channel().adapter().toString()).doesNotContain(channel().secrets());
        assertThat(channel().adapter().capabilities().toString())
                .doesNotContain(channel().secrets());
    }

    private void nothingShows(List<byte[]> bodies) {
        StringBuilder printed = new StringBuilder();
        try (LogCapture log = LogCapture.open()) {
            for (byte[] body : bodies) {
                printed.append(receiveSigned(body)).append('\n');
            }
            printed.append(log.text());
        }
        assertThat(printed.toString())
                .doesNotContain(FEATHERS)
                .doesNotContain(channel().secrets());
    }

    private void attempt(OutboundAction action) {
        try (LogCapture log = LogCapture.open()) {
            String printed = Samples.await(channel().adapter().deliver(action)).toString();
            assertThat(printed + log.text())
                    .doesNotContain(FEATHERS)
                    .doesNotContain(channel().secrets());
        }
    }
}
