package md.portar.whatsapp;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import md.portar.core.channel.Channel;
import md.portar.core.channel.DeliveryFailure;
import md.portar.core.channel.DeliveryOutcome;
import md.portar.core.channel.MessageTemplate;
import md.portar.core.channel.OutboundAction;
import md.portar.core.channel.TemplateField;
import md.portar.core.channel.TemplateName;
import md.portar.core.guard.CatalogueText;
import md.portar.core.guard.SafeText;
import md.portar.core.message.Language;
import md.portar.core.testkit.MapSettings;
import md.portar.core.testkit.channel.Samples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WhatsAppTemplatesTest {
    private static final String RO = "HX000000000000000000000000000000a1";
    private static final String RU = "HX000000000000000000000000000000a2";
    private static final String OTHER = "HX000000000000000000000000000000a3";
    private static final String AT = "channels.whatsapp.main.templates.";
    private static final Map<String, Object> VARIABLES =
            Map.of("1", Map.of("fill", "customer"), "2", Map.of("label", "Case number", "longest", 12));

    private final WhatsAppHarness harness = new WhatsAppHarness();

    @AfterEach
    void stop() {
        harness.close();
    }

    private static Map<String, Object> words(String sid, String body) {
        return Map.of("content-sid", sid, "body", body);
    }

    private static Map<String, Object> template(Map<String, Object> languages) {
        return Map.of("title", "Case news", "variables", VARIABLES, "languages", languages);
    }

    private Channel channel(Map<String, Object> templates) {
        harness.platform().stubFor(any(anyUrl()).willReturn(harness.sent()));
        return harness.channel(URI.create(harness.platform().baseUrl()), Map.of("templates", templates));
    }

    private DeliveryOutcome send(Channel channel, String name, Language language, Map<String, SafeText> variables) {
        return Samples.await(channel.adapter()
                .deliver(new OutboundAction.SendTemplate(
                        harness.recipient(), new TemplateName(name), language, variables, CatalogueText.of("words"))));
    }

    @Test
    void aTemplateIsSentByItsIdWithItsVariablesAndWithoutABody() {
        Channel channel = channel(Map.of(
                "case_news",
                template(Map.of("ro", words(RO, "{{1}}, cazul {{2}}."), "ru", words(RU, "{{1}}: {{2}}.")))));
        send(
                channel,
                "case_news",
                Language.RU,
                Map.of("2", CatalogueText.of("C-10482"), "1", CatalogueText.of("Test \"User\"")));
        harness.platform()
                .verify(postRequestedFor(urlPathEqualTo(
                                "/2010-04-01/Accounts/" + WhatsAppHarness.ACCOUNT_SID + "/Messages.json"))
                        .withFormParam("ContentSid", equalTo(RU))
                        .withFormParam("ContentVariables", equalTo("{\"1\":\"Test \\\"User\\\"\",\"2\":\"C-10482\"}"))
                        .withFormParam("Body", absent()));
        channel.close();
    }

    @Test
    void aTemplateWithoutVariablesHasNone() {
        Channel channel =
                channel(Map.of("hello", Map.of("languages", Map.of("en", words(RO, "Are you still there?")))));
        send(channel, "hello", Language.EN, Map.of());
        harness.platform()
                .verify(postRequestedFor(anyUrl())
                        .withFormParam("ContentSid", equalTo(RO))
                        .withFormParam("ContentVariables", absent()));
        channel.close();
    }

    @Test
    void aLanguageThatATemplateDoesNotHaveIsNotSent() {
        Channel channel = channel(Map.of("case_news", template(Map.of("ro", words(RO, "{{1}} {{2}}")))));
        assertThat(send(channel, "case_news", Language.EN, Map.of()))
                .isEqualTo(new DeliveryOutcome.Undeliverable(DeliveryFailure.NOT_SUPPORTED, 0));
        assertThat(harness.platform().getAllServeEvents()).isEmpty();
        channel.close();
    }

    @Test
    void whatIsConfiguredIsOffered() {
        Channel channel = channel(Map.of("case_news", template(Map.of("ro", words(RO, "{{1}}, cazul {{2}}.")))));
        assertThat(channel.templates())
                .contains(List.of(new MessageTemplate(
                        new TemplateName("case_news"),
                        CatalogueText.of("Case news"),
                        Map.of(Language.RO, CatalogueText.of("{{1}}, cazul {{2}}.")),
                        List.of(
                                new TemplateField(TemplateField.Fill.CUSTOMER, CatalogueText.EMPTY, 60),
                                new TemplateField(TemplateField.Fill.TYPED, CatalogueText.of("Case number"), 12)))));
        assertThat(harness.channel().templates()).contains(List.of());
        channel.close();
    }

    private static List<String> problems(String name, Object template) {
        return problems(Map.of(name, template));
    }

    private static List<String> problems(Map<String, Object> templates) {
        MapSettings settings = MapSettings.of(
                "channels.whatsapp.main",
                Map.of(
                        "account-sid",
                        WhatsAppHarness.ACCOUNT_SID,
                        "auth-token",
                        WhatsAppHarness.AUTH_TOKEN,
                        "from",
                        "whatsapp:+15550199",
                        "templates",
                        templates));
        WhatsAppSettings.read(settings);
        return settings.problems();
    }

    @Test
    void aBadContentIdIsTold() {
        assertThat(problems("a", template(Map.of("ro", words("SM1", "{{1}} {{2}}")))))
                .containsExactly(AT + "a.languages.ro.content-sid: expected HX and 32 hexadecimal digits");
        assertThat(problems("a", template(Map.of("ro", Map.of("body", "{{1}} {{2}}")))))
                .containsExactly(AT + "a.languages.ro.content-sid: is required");
    }

    @Test
    void placesAndVariablesHaveToFit() {
        assertThat(problems("a", template(Map.of("ro", words(RO, "Only {{1}}")))))
                .containsExactly(AT + "a.languages.ro.body: lacks {{2}}, which is among the variables");
        assertThat(problems("a", template(Map.of("ro", words(RO, "{{1}} {{2}} {{3}}")))))
                .containsExactly(AT + "a.languages.ro.body: has {{3}}, which is not among the variables");
        assertThat(problems("a", template(Map.of("ro", words(RO, "{{1}} {{2}} {{name}}")))))
                .containsExactly(
                        AT + "a.languages.ro.body: has a place that is no number: expected {{1}}, {{2}} and so on");
        assertThat(problems("a", template(Map.of("ro", Map.of("content-sid", RO)))))
                .containsExactly(AT + "a.languages.ro.body: is required");
    }

    @Test
    void aLanguageThatWeDoNotSpeakIsTold() {
        assertThat(problems("a", template(Map.of("ro", words(RO, "{{1}} {{2}}"), "fr", words(RU, "{{1}} {{2}}")))))
                .containsExactly(AT + "a.languages.fr: is not a language of ours: expected ro, ru or en");
        assertThat(problems("a", template(Map.of())))
                .containsExactly(AT + "a.languages: at least one language is needed, such as languages.ro");
    }

    @Test
    void tooManyOrTooLongVariablesAreTold() {
        Map<String, Object> eleven = new LinkedHashMap<>();
        StringBuilder body = new StringBuilder();
        for (int i = 1; i <= 11; i++) {
            eleven.put(Integer.toString(i), Map.of("longest", 100));
            body.append("{{").append(i).append("}} ");
        }
        Map<String, Object> template =
                Map.of("variables", eleven, "languages", Map.of("ro", words(RO, body.toString())));
        assertThat(problems("a", template))
                .containsExactly(
                        AT + "a.variables.*: a template has at most 10 variables, there are 11",
                        AT
                                + "a.languages.ro.body: has up to 1111 characters with its variables, more than the 1024 of a message");
        assertThat(problems(
                        "a",
                        Map.of(
                                "variables", Map.of("1", Map.of("longest", 201, "label", "x".repeat(61))),
                                "languages", Map.of("ro", words(RO, "{{1}}")))))
                .extracting(problem -> problem.substring(0, problem.indexOf(':')))
                .containsExactly(AT + "a.variables.1.label", AT + "a.variables.1.longest");
    }

    @Test
    void variablesAreNumberedWithoutAGap() {
        Map<String, Object> gap = new LinkedHashMap<>();
        gap.put("1", Map.of("label", "first"));
        gap.put("three", Map.of("label", "third"));
        assertThat(problems("a", Map.of("variables", gap, "languages", Map.of("ro", words(RO, "{{1}} {{2}}")))))
                .containsExactly(
                        AT + "a.variables.2: is missing: variables are numbered 1, 2, 3… without a gap",
                        AT + "a.variables.three: is not a variable's number: expected 1 to 2");
    }

    @Test
    void namesTitlesAndIdsAreToldApart() {
        Map<String, Object> templates = new LinkedHashMap<>();
        templates.put("First", template(Map.of("ro", words(OTHER, "{{1}} {{2}}"))));
        templates.put("first", template(Map.of("ro", words(RO, "{{1}} {{2}}"))));
        templates.put("second", template(Map.of("ro", words(RO, "{{1}} {{2}}"))));
        assertThat(problems(templates))
                .containsExactly(
                        AT + "First: a template is named with lower-case letters, digits and . _ -, 64 at most",
                        AT + "second.title: agents could not tell it from first, which has the same title",
                        AT + "second.languages.ro.content-sid: is the same id as in " + AT
                                + "first.languages.ro.content-sid");
    }
}
