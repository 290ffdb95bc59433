package md.portar.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import md.portar.core.channel.RawBody;
import md.portar.core.channel.RefusalReason;
import md.portar.core.channel.WebhookOutcome;
import md.portar.core.channel.WebhookRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses and tokens a signature may be made for, besides what every adapter has to hold. */
class WhatsAppSignatureTest {
    private final WhatsAppHarness harness = new WhatsAppHarness();

    @AfterEach
    void stop() {
        harness.close();
    }

    @Test
    void theTokenBeforeTheChangeStillHolds() {
        WebhookRequest request = WhatsAppHarness.signed(
                harness.goodBody(), WhatsAppHarness.PREVIOUS_AUTH_TOKEN, WhatsAppHarness.WEBHOOK.toString());
        assertThat(harness.adapter().receive(request)).isInstanceOf(WebhookOutcome.Accepted.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://bots.example.org:443/webhooks/whatsapp/main",
                "https://bots.example.org/webhooks/whatsapp/main"
            })
    void theSchemesOwnPortMakesNoDifference(String url) {
        assertThat(harness.adapter()
                        .receive(WhatsAppHarness.signed(harness.goodBody(), WhatsAppHarness.AUTH_TOKEN, url)))
                .isInstanceOf(WebhookOutcome.Accepted.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://bots.example.org/webhooks/whatsapp/main",
                "https://bots.example.org/webhooks/whatsapp/main/",
                "https://bots.example.org",
                "http://bots.example.org:80/webhooks/whatsapp/main",
            })
    void anAddressThatWouldHaveMatchedIsToldToTheOperator(String url) {
        WebhookOutcome outcome =
                harness.adapter().receive(WhatsAppHarness.signed(harness.goodBody(), WhatsAppHarness.AUTH_TOKEN, url));
        assertThat(outcome).isInstanceOfSatisfying(WebhookOutcome.Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(RefusalReason.WRONG_SIGNATURE);
            assertThat(refused.hint()).contains("public-url").doesNotContain(WhatsAppHarness.AUTH_TOKEN);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://bots.example.com/webhooks/whatsapp/main",
                "https://bots.example.org:8443/webhooks/whatsapp/main",
                "https://bots.example.org/webhooks/whatsapp/other"
            })
    void anotherAddressIsForgedWithoutAHint(String url) {
        assertThat(harness.adapter()
                        .receive(WhatsAppHarness.signed(harness.goodBody(), WhatsAppHarness.AUTH_TOKEN, url)))
                .isEqualTo(new WebhookOutcome.Refused(RefusalReason.WRONG_SIGNATURE));
    }

    @Test
    void aQueryIsPartOfWhatWasSigned() {
        WebhookRequest signed = WhatsAppHarness.signed(
                harness.goodBody(), WhatsAppHarness.AUTH_TOKEN, WhatsAppHarness.WEBHOOK + "?a=b%20c");
        WebhookRequest request = new WebhookRequest("POST", "a=b%20c", signed.headers(), signed.body());
        assertThat(harness.adapter().receive(request)).isInstanceOf(WebhookOutcome.Accepted.class);
    }

    @Test
    void jsonIsNeverAMessage() {
        WebhookRequest request = new WebhookRequest(
                "POST",
                "",
                Map.of("X-Twilio-Signature", List.of("x"), "Content-Type", List.of("application/json")),
                RawBody.of("{}".getBytes(StandardCharsets.UTF_8)));
        assertThat(harness.adapter().receive(request))
                .isEqualTo(new WebhookOutcome.Refused(RefusalReason.WRONG_SIGNATURE));
    }
}
