package md.portar.core.testkit.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import md.portar.core.channel.ChannelAdapter;
import md.portar.core.channel.ChannelCapabilities;
import md.portar.core.channel.DeliveryOutcome;
import md.portar.core.channel.OutboundAction;
import md.portar.core.channel.TemplateName;
import md.portar.core.guard.CatalogueText;
import md.portar.core.message.Language;
import md.portar.core.message.PlatformMessageId;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** One attempt, one outcome: each answer of the platform means exactly one thing, and silence is never taken for a no. */
public interface DeliveryContract extends UnderTest {
    @TestFactory
    default Stream<DynamicTest> everyAnswerHasItsOutcome() {
        assertThat(channel().table()).isNotEmpty();
        return channel().table().stream()
                .map(row -> dynamicTest(
                        row.name(),
                        () -> assertThat(outcome(row.action(), row.reply())).isEqualTo(row.expected())));
    }

    @Test
    default void anOrdinaryMessageIsSentByOneRequest() {
        DeliveryOutcome outcome =
                outcome(Samples.hello(channel().recipient()), channel().sent());
        assertThat(outcome).isEqualTo(channel().sentOutcome());
        assertThat(requests()).isEqualTo(1);
    }

    @Test
    default void aPlatformThatDoesNotListenHasCertainlyNotDelivered() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        CompletionStage<DeliveryOutcome> stage = channel()
                .adapterFor(URI.create("http://127.0.0.1:" + closed))
                .deliver(Samples.hello(channel().recipient()));
        assertThat(Outcomes.kind(Samples.await(stage))).isEqualTo("RetryAfter(NETWORK)");
    }

    @Test
    default void silenceAfterTheRequestLeftIsUncertainAndNotRepeated() {
        ResponseDefinitionBuilder late = WireMock.aResponse().withStatus(200).withFixedDelay(10_000);
        assertThat(Outcomes.kind(outcome(Samples.hello(channel().recipient()), late)))
                .isEqualTo("Uncertain(NETWORK)");
        assertThat(requests()).isEqualTo(1);
    }

    @TestFactory
    default Stream<DynamicTest> aConnectionThatBreaksIsUncertainAndNotRepeated() {
        return Stream.of(Fault.values())
                .map(fault -> dynamicTest(fault.name(), () -> {
                    ResponseDefinitionBuilder broken = WireMock.aResponse().withFault(fault);
                    assertThat(outcome(Samples.hello(channel().recipient()), broken))
                            .isInstanceOf(DeliveryOutcome.Uncertain.class);
                    assertThat(requests()).isEqualTo(1);
                }));
    }

    @TestFactory
    default Stream<DynamicTest> anOutageIsUncertainAndNotRepeated() {
        return Stream.of(500, 502, 503, 504)
                .map(status -> dynamicTest("status " + status, () -> {
                    ResponseDefinitionBuilder page = WireMock.aResponse()
                            .withStatus(status)
                            .withHeader("Content-Type", "text/html")
                            .withBody("<html><body>Bad day</body></html>");
                    assertThat(Outcomes.kind(outcome(Samples.hello(channel().recipient()), page)))
                            .isEqualTo("Uncertain(PLATFORM_DOWN)");
                    assertThat(requests()).isEqualTo(1);
                }));
    }

    @TestFactory
    default Stream<DynamicTest> anUnreadableSuccessIsUncertain() {
        return Stream.of("", "<html>", "{", "[]", "null", "{}", "42")
                .map(body -> dynamicTest("«" + body + "»", () -> {
                    ResponseDefinitionBuilder odd =
                            WireMock.aResponse().withStatus(200).withBody(body);
                    assertThat(outcome(Samples.hello(channel().recipient()), odd))
                            .isInstanceOf(DeliveryOutcome.Uncertain.class);
                }));
    }

    @Test
    default void deliverDoesNotBlockItsCaller() {
        stub(WireMock.aResponse().withStatus(200).withFixedDelay(1_000));
        CompletionStage<DeliveryOutcome> stage =
                channel().adapter().deliver(Samples.hello(channel().recipient()));
        assertThat(stage.toCompletableFuture().isDone()).isFalse();
        Samples.await(stage);
    }

    /** A platform that is slow to answer must not make the others wait: OkHttp's own bound would be five. */
    @Test
    default void sixtyFourSendsAreUnderWayAtOnce() throws IOException {
        int sends = 64;
        List<Socket> arrived = new CopyOnWriteArrayList<>();
        try (ServerSocket silent = new ServerSocket(0, sends, InetAddress.getLoopbackAddress())) {
            Thread acceptor = new Thread(() -> acceptAll(silent, arrived), "silent-platform");
            acceptor.setDaemon(true);
            acceptor.start();
            ChannelAdapter adapter = channel().adapterFor(URI.create("http://127.0.0.1:" + silent.getLocalPort()));
            List<CompletionStage<DeliveryOutcome>> stages = new ArrayList<>();
            for (int i = 0; i < sends; i++) {
                stages.add(adapter.deliver(Samples.hello(channel().recipient())));
            }
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> arrived.size() == sends);
            for (Socket socket : arrived) {
                socket.close();
            }
            stages.forEach(stage -> assertThat(Samples.await(stage)).isInstanceOf(DeliveryOutcome.Uncertain.class));
        }
    }

    private static void acceptAll(ServerSocket server, List<Socket> arrived) {
        try {
            while (true) {
                arrived.add(server.accept());
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    @Test
    default void theLongestTextIsSentAndALongerOneIsNot() {
        int longest = channel().adapter().capabilities().maxTextLength();
        // An emoji is two units, so that a limit counted in characters would show.
        String text = "😀".repeat(longest / 2) + "a".repeat(longest % 2);
        assertThat(outcome(text(text), channel().sent())).isEqualTo(channel().sentOutcome());
        assertThat(Outcomes.kind(outcome(text(text + "a"), channel().sent())))
                .isEqualTo("Undeliverable(INVALID_MESSAGE)");
        assertThat(requests()).isZero();
    }

    @Test
    default void moreChoicesThanTheChannelHasAreNotSent() {
        int most = channel().adapter().capabilities().maxChoices();
        OutboundAction tooMany = Samples.withChoices(channel().recipient(), most + 1);
        assertThat(Outcomes.kind(outcome(tooMany, channel().sent()))).isEqualTo("Undeliverable(INVALID_MESSAGE)");
        assertThat(requests()).isZero();
    }

    @Test
    default void whatTheChannelCannotDoIsSaidWithoutAsking() {
        ChannelCapabilities capabilities = channel().adapter().capabilities();
        PlatformMessageId message = new PlatformMessageId("100");
        if (!capabilities.redactsAtSource()) {
            isNotSupported(new OutboundAction.RedactAtSource(channel().recipient(), message));
        }
        if (!capabilities.typing()) {
            isNotSupported(new OutboundAction.ShowTyping(channel().recipient(), message));
        }
        channel().unsupported().forEach(this::isNotSupported);
    }

    @Test
    default void anUnknownTemplateIsUndeliverable() {
        OutboundAction template = new OutboundAction.SendTemplate(
                channel().recipient(),
                new TemplateName("never-configured"),
                Language.RO,
                Map.of("1", CatalogueText.of("x")),
                CatalogueText.of("x"));
        assertThat(outcome(template, channel().sent())).isInstanceOf(DeliveryOutcome.Undeliverable.class);
        assertThat(requests()).isZero();
    }

    private void isNotSupported(OutboundAction action) {
        assertThat(Outcomes.kind(outcome(action, channel().sent()))).isEqualTo("Undeliverable(NOT_SUPPORTED)");
        assertThat(requests()).isZero();
    }

    private OutboundAction text(String text) {
        return Samples.text(channel().recipient(), CatalogueText.of(text));
    }

    private DeliveryOutcome outcome(OutboundAction action, ResponseDefinitionBuilder reply) {
        stub(reply);
        return Samples.await(channel().adapter().deliver(action));
    }

    private void stub(ResponseDefinitionBuilder reply) {
        channel().platform().resetAll();
        channel().platform().stubFor(WireMock.any(WireMock.anyUrl()).willReturn(reply));
    }

    private int requests() {
        List<?> all = channel().platform().getAllServeEvents();
        return all.size();
    }
}
