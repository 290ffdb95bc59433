package md.portar.core.testkit.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import md.portar.core.channel.RawBody;
import md.portar.core.channel.RefusalReason;
import md.portar.core.channel.WebhookOutcome;
import md.portar.core.channel.WebhookRequest;
import org.junit.jupiter.api.Test;

/** Only what the platform itself sent is looked at; everything else is refused before it is read. */
public interface AuthenticityContract extends UnderTest {
    @Test
    default void aGenuineRequestIsAccepted() {
        assertThat(receiveSigned(channel().goodBody())).isInstanceOf(WebhookOutcome.Accepted.class);
    }

    @Test
    default void aRequestWithoutSignatureIsUnsigned() {
        assertThat(refusalOf(withHeader(genuine(), channel().signatureHeader(), List.of())))
                .isEqualTo(RefusalReason.UNSIGNED);
    }

    @Test
    default void aSignatureSentTwiceIsAsGoodAsNone() {
        String genuine = signature();
        assertThat(refusalOf(withSignature(List.of(genuine, genuine)))).isEqualTo(RefusalReason.UNSIGNED);
        assertThat(refusalOf(withSignature(List.of("forged", genuine)))).isEqualTo(RefusalReason.UNSIGNED);
    }

    @Test
    default void anySignatureThatDiffersIsWrong() {
        String genuine = signature();
        for (int at = 0; at < genuine.length(); at++) {
            char other = genuine.charAt(at) == 'a' ? 'b' : 'a';
            String forged = genuine.substring(0, at) + other + genuine.substring(at + 1);
            assertThat(refusalOf(withSignature(List.of(forged))))
                    .as("changed at %d", at)
                    .isEqualTo(RefusalReason.WRONG_SIGNATURE);
        }
    }

    @Test
    default void aSignatureOfAnotherLengthIsRefused() {
        String genuine = signature();
        for (String forged : List.of("", " ", genuine + "a", genuine.substring(1), genuine.repeat(3), "Ω")) {
            assertThat(channel().adapter().receive(withSignature(List.of(forged))))
                    .as("length %d", forged.length())
                    .isInstanceOf(WebhookOutcome.Refused.class);
        }
    }

    @Test
    default void aChangedBodyIsRefusedWhereTheSignatureCoversIt() {
        byte[] body = channel().goodBody();
        WebhookRequest genuine = channel().sign(body);
        for (int at = 0; channel().signatureCoversBody() && at < body.length; at++) {
            byte[] changed = body.clone();
            changed[at] = (byte) (changed[at] == 'x' ? 'y' : 'x');
            assertThat(channel().adapter().receive(withBody(genuine, changed)))
                    .as("byte %d", at)
                    .isInstanceOf(WebhookOutcome.Refused.class);
        }
    }

    @Test
    default void theRefusalOfAForgeryDoesNotDependOnTheBody() {
        WebhookRequest forged = withSignature(List.of("a".repeat(signature().length())));
        RefusalReason answer = refusalOf(forged);
        for (String body : List.of("", "{", "[]", "\u0000", "Body=1&Body=2", "[".repeat(100_000))) {
            assertThat(refusalOf(withBody(forged, body.getBytes(StandardCharsets.UTF_8))))
                    .isEqualTo(answer);
        }
    }

    @Test
    default void anAuthenticBodyInAnotherFormatIsMalformed() {
        assertThat(channel().notInFormat()).isNotEmpty();
        for (byte[] body : channel().notInFormat()) {
            assertThat(Outcomes.refusal(receiveSigned(body))).contains(RefusalReason.MALFORMED);
        }
    }

    @Test
    default void anAuthenticEmptyBodyIsRefused() {
        assertThat(receiveSigned(new byte[0])).isInstanceOf(WebhookOutcome.Refused.class);
    }

    @Test
    default void anotherMethodIsRefused() {
        WebhookRequest genuine = genuine();
        WebhookRequest put = new WebhookRequest("PUT", genuine.query(), genuine.headers(), genuine.body());
        assertThat(refusalOf(put)).isEqualTo(RefusalReason.WRONG_METHOD);
    }

    @Test
    default void anotherContentTypeIsRefused() {
        assertThat(refusalOf(withHeader(genuine(), "content-type", List.of("text/plain"))))
                .isEqualTo(RefusalReason.WRONG_CONTENT_TYPE);
    }

    @Test
    default void headerNamesAreReadInAnyCase() {
        WebhookRequest genuine = genuine();
        Map<String, List<String>> shouted = new HashMap<>();
        genuine.headers().forEach((name, values) -> shouted.put(name.toUpperCase(java.util.Locale.ROOT), values));
        WebhookRequest request = new WebhookRequest(genuine.method(), genuine.query(), shouted, genuine.body());
        assertThat(channel().adapter().receive(request)).isInstanceOf(WebhookOutcome.Accepted.class);
    }

    private WebhookRequest genuine() {
        return channel().sign(channel().goodBody());
    }

    private String signature() {
        return genuine().onlyHeader(channel().signatureHeader()).orElseThrow();
    }

    private WebhookRequest withSignature(List<String> values) {
        return withHeader(genuine(), channel().signatureHeader(), values);
    }

    private RefusalReason refusalOf(WebhookRequest request) {
        return Outcomes.refusal(channel().adapter().receive(request)).orElseThrow();
    }

    private static WebhookRequest withHeader(WebhookRequest request, String name, List<String> values) {
        Map<String, List<String>> headers = new HashMap<>(request.headers());
        headers.remove(name);
        if (!values.isEmpty()) {
            headers.put(name, values);
        }
        return new WebhookRequest(request.method(), request.query(), headers, request.body());
    }

    private static WebhookRequest withBody(WebhookRequest request, byte[] body) {
        return new WebhookRequest(request.method(), request.query(), request.headers(), RawBody.of(body));
    }
}
