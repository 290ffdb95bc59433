package md.portar.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import md.portar.core.conversation.Priority;
import md.portar.core.guard.SecretKind;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.handoff.SendResult;
import md.portar.core.handoff.SendResult.Reason;
import md.portar.core.message.Language;
import md.portar.core.testkit.FixedClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TemplatesTest {
    private static final String ID = "0f8fad5b-d9cb-469f-a165-70867728950e";

    private final FixedClock clock = FixedClock.onMonday();
    private ConsoleUnderTest console;
    private AgentClient ana;
    private ConversationNumber talk;
    private String path = "";

    @BeforeEach
    void open() throws Exception {
        console = new ConsoleUnderTest(clock);
        ana = AgentClient.signedIn(console, console.agents().add("ana", "Ana P.", Language.EN));
        talk = queued("Test User");
    }

    private ConversationNumber queued(String customer) throws Exception {
        ConversationNumber number = console.desk()
                .queued(customer, "whatsapp", Language.RO, Priority.NORMAL, Duration.ofMinutes(3), "Bună");
        path = "/console/c/" + number.value();
        ana.post(path + "/claim");
        console.desk().templates(number, SomeTemplates.all());
        console.desk().replyUntil(number, clock.instant());
        return number;
    }

    @AfterEach
    void close() throws Exception {
        console.close();
    }

    private HttpResponse<String> send(String... more) throws Exception {
        List<String> form = new ArrayList<>(List.of("clientMsgId", ID));
        form.addAll(List.of(more));
        return ana.post(path + "/template", form.toArray(String[]::new));
    }

    @Test
    void aClosedWindowOffersTemplatesInsteadOfABox() throws Exception {
        String page = ana.fragment(path).body();
        assertThat(page)
                .contains("data-mode=\"CLOSED\"", "only an approved template can be sent", "id=\"box-template\"")
                .contains("Case news &lt;b&gt; · Română")
                .doesNotContain("id=\"text-reply\"");
        assertThat(List.of("case_news/ro", "are_you_there/ru", "case_news/en"))
                .as("the customer's language first")
                .isSortedAccordingTo((one, other) ->
                        page.indexOf("<option value=\"" + one) - page.indexOf("<option value=\"" + other));
        assertThat(page)
                .containsPattern(
                        "<label for=\"field-0-2\">Case number</label>\\s*<input id=\"field-0-2\" name=\"field2\""
                                + "[^>]*required maxlength=\"12\"")
                .containsPattern("<label for=\"field-0-4\">Field 4</label>")
                .contains("Bună, Test User! Noutăți despre cererea <span class=\"gap\" data-gap=\"2\"")
                .contains("&amp; Ana P..")
                .doesNotContain("field-0-1", "field-0-3", "{{");
        assertThat(page)
                .as("only the first can be filled before another is chosen")
                .containsPattern("data-template=\"case_news/ro\">")
                .containsPattern("data-template=\"case_news/en\" hidden disabled>");
    }

    @Test
    void anOpenWindowAndOtherPeoplesConversationsOfferNone() throws Exception {
        console.desk().replyUntil(talk, clock.instant().plusSeconds(60));
        assertThat(ana.fragment(path).body()).contains("id=\"text-reply\"").doesNotContain("box-template");
        console.desk().replyUntil(talk, clock.instant());
        AgentClient dan = AgentClient.signedIn(console, console.agents().add("dan", "Dan V.", Language.EN));
        assertThat(dan.fragment(path).body()).contains("data-mode=\"OTHER\"").doesNotContain("box-template");
    }

    @ParameterizedTest
    @CsvSource({
        "EN,no approved template is set up for this channel",
        "RO,nu este configurat niciun șablon aprobat",
        "RU,не настроено ни одного одобренного шаблона"
    })
    void whereNoneIsConfiguredThePageSaysWhoCanAddThem(Language language, String words) throws Exception {
        console.desk().templates(talk, List.of());
        AgentClient vera = AgentClient.signedIn(console, console.agents().add("vera", "Vera", language));
        ana.post(path + "/release");
        vera.post(path + "/claim");
        assertThat(vera.fragment(path).body())
                .contains(words)
                .doesNotContain("box-template")
                .containsPattern("<textarea id=\"text-reply\"[^>]* disabled");
    }

    @Test
    void aCustomerWhoseNameIsNoUseIsNamedByTheAgent() throws Exception {
        queued("A name that is longer than twenty");
        assertThat(ana.fragment(path).body())
                .containsPattern("<label for=\"field-0-1\">Customer’s name</label>")
                .contains("Bună, <span class=\"gap\" data-gap=\"1\" data-label=\"Customer’s name\">");
    }

    @Test
    void aTemplateIsSentOnceWithWhatWasTyped() throws Exception {
        HttpResponse<String> first = send("template", "case_news/en", "field2", " C-1 ", "field4", "Soon.");
        HttpResponse<String> again = send("template", "case_news/en", "field2", " C-1 ", "field4", "Soon.");
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.body()).contains("class=\"message agent");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(console.desk().sentToPlayers()).containsExactly("case_news/en 2=C-1 4=Soon.");
    }

    @Test
    void whatTheChooserCannotHaveSentIsNotTaken() throws Exception {
        assertThat(ana.post(path + "/template", "template", "case_news/en").statusCode())
                .isEqualTo(422);
        assertThat(ana.post(path + "/template", "clientMsgId", "<b>", "template", "case_news/en")
                        .statusCode())
                .isEqualTo(422);
        for (String choice : List.of(
                "",
                "case_news",
                "case_news/fr",
                "case_news/EN",
                "Case/en",
                "case_news/en/ro",
                "../x/en",
                "a".repeat(65) + "/en")) {
            assertThat(send("template", choice).statusCode()).as(choice).isEqualTo(422);
        }
        assertThat(send().statusCode()).isEqualTo(422);
        assertThat(send("template", "case_news/en", "template", "case_news/ro").statusCode())
                .as("two templates")
                .isEqualTo(422);
        assertThat(send("template", "case_news/en", "field2", "a", "field2", "b")
                        .statusCode())
                .as("two values")
                .isEqualTo(422);
        assertThat(console.desk().sentToPlayers()).isEmpty();
    }

    @Test
    void aFormBeyondTheLimitIsNotTaken() throws Exception {
        assertThat(send("template", "case_news/en", "field2", "x".repeat(70_000))
                        .statusCode())
                .isEqualTo(413);
        assertThat(console.desk().sentToPlayers()).isEmpty();
    }

    @Test
    void fieldsThatNoTemplateHasAreIgnored() throws Exception {
        assertThat(send("template", "case_news/en", "field0", "x", "field11", "x", "field99", "x", "field02", "x")
                        .statusCode())
                .isEqualTo(200);
        assertThat(console.desk().sentToPlayers()).containsExactly("case_news/en");
    }

    @ParameterizedTest
    @EnumSource(SendResult.Reason.class)
    void aRefusalSaysWhyAndNeverWhat(Reason reason) throws Exception {
        console.desk().refuse(reason, Set.of(SecretKind.CVV));
        HttpResponse<String> answer = send("template", "case_news/en", "field2", "draft words");
        assertThat(answer.statusCode()).isEqualTo(reason == Reason.NOT_YOURS ? 409 : 422);
        assertThat(answer.body())
                .contains("What you typed is still in the fields.")
                .doesNotContain("draft words", "{0}");
    }

    @Test
    void onlyTheOneWhoHasItSends() throws Exception {
        AgentClient dan = AgentClient.signedIn(console, console.agents().add("dan", "Dan V.", Language.EN));
        HttpResponse<String> answer =
                dan.post(path + "/template", "clientMsgId", ID, "template", "case_news/en", "field2", "words of Dan");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("not yours any more").doesNotContain("words of Dan");
        assertThat(ana.post("/console/c/999/template", "clientMsgId", ID, "template", "case_news/en")
                        .statusCode())
                .isEqualTo(404);
    }
}
