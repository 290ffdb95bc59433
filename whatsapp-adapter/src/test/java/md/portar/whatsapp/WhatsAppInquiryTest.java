package md.portar.whatsapp;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import md.portar.core.channel.OutboundAction;
import md.portar.core.channel.PlatformInquiry;
import md.portar.core.channel.PlatformInquiry.Sightings;
import md.portar.core.channel.PlatformInquiry.Sightings.Certainty;
import md.portar.core.guard.CatalogueText;
import md.portar.core.message.PlatformMessageId;
import md.portar.core.testkit.channel.Outcomes;
import md.portar.core.testkit.channel.Samples;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What became of a send without a clear answer can be read at Twilio. */
class WhatsAppInquiryTest {
    private static final Instant SINCE = WhatsAppHarness.NOW;
    private static final DateTimeFormatter TWILIO_TIME =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH);
    private static final String LIST = "/2010-04-01/Accounts/" + WhatsAppHarness.ACCOUNT_SID + "/Messages.json";

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static WhatsAppHarness harness;

    private final List<String> messages = new ArrayList<>();

    @BeforeAll
    static void start() {
        harness = new WhatsAppHarness();
    }

    @AfterAll
    static void stop() {
        harness.close();
    }

    @BeforeEach
    void reset() {
        harness.platform().resetAll();
    }

    private static PlatformInquiry inquiry() {
        return harness.channel().inquiry().orElseThrow();
    }

    private static OutboundAction hello() {
        return Samples.text(harness.recipient(), CatalogueText.of("Hello"));
    }

    /** Newest first, as Twilio lists them. */
    private void listed(int number, String direction, String body, Instant made) {
        messages.add("{\"sid\":\"SM%032d\",\"direction\":\"%s\",\"body\":\"%s\",\"date_created\":\"%s\"}"
                .formatted(number, direction, body, TWILIO_TIME.format(made.atOffset(ZoneOffset.UTC))));
    }

    private Sightings lookUp() {
        String body = "{\"messages\":[" + String.join(",", messages) + "],\"page\":0,\"page_size\":50}";
        answer(aResponse().withBody(body));
        return Samples.await(inquiry().lookUp(hello(), SINCE));
    }

    private static void answer(ResponseDefinitionBuilder reply) {
        harness.platform().stubFor(any(anyUrl()).willReturn(reply));
    }

    private static PlatformMessageId sid(int number) {
        return new PlatformMessageId("SM%032d".formatted(number));
    }

    @Test
    void theSameWordsToTheSamePersonAreFoundOldestFirst() {
        listed(3, "outbound-api", "Hello", SINCE.plusSeconds(9));
        listed(2, "outbound-api", "Something else", SINCE.plusSeconds(5));
        listed(1, "outbound-api", "Hello", SINCE.plusSeconds(1));
        listed(0, "outbound-api", "Hello", SINCE.minusSeconds(60));
        assertThat(lookUp()).isEqualTo(new Sightings(Certainty.COMPLETE, List.of(sid(1), sid(3))));
        harness.platform()
                .verify(getRequestedFor(urlPathEqualTo(LIST)).withQueryParam("To", equalTo("whatsapp:+15550100")));
    }

    @Test
    void whatIsNotListedWasNotTaken() {
        listed(2, "inbound", "Hello", SINCE.plusSeconds(5));
        listed(1, "outbound-api", "Hello", SINCE.minusSeconds(60));
        assertThat(lookUp()).isEqualTo(new Sightings(Certainty.COMPLETE, List.of()));
    }

    @Test
    void aTemplateWithoutWordsLeavesItOpen() {
        listed(1, "outbound-api", "", SINCE.plusSeconds(1));
        assertThat(lookUp()).isEqualTo(Sightings.cannotTell());
    }

    @Test
    void anOutageIsNoAnswerAndARefusalCannotTell() {
        answer(aResponse().withStatus(503));
        assertThat(Samples.await(inquiry().lookUp(hello(), SINCE))).isEqualTo(Sightings.noAnswer());
        answer(aResponse().withStatus(404).withBody("{\"code\":20404}"));
        assertThat(Samples.await(inquiry().lookUp(hello(), SINCE))).isEqualTo(Sightings.cannotTell());
    }

    @Test
    void theProbeTellsUpFromDownAndRefused() {
        answer(aResponse().withBody("{\"sid\":\"" + WhatsAppHarness.ACCOUNT_SID + "\"}"));
        assertThat(Outcomes.kind(Samples.await(inquiry().probe()))).isEqualTo("Delivered");
        answer(aResponse().withStatus(502));
        assertThat(Outcomes.kind(Samples.await(inquiry().probe()))).isEqualTo("Uncertain(PLATFORM_DOWN)");
        answer(aResponse().withStatus(401).withBody("{\"code\":20003}"));
        assertThat(Outcomes.kind(Samples.await(inquiry().probe()))).isEqualTo("Undeliverable(UNAUTHORISED)");
    }
}
