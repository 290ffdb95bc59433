package md.portar.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import md.portar.core.conversation.Priority;
import md.portar.core.guard.CatalogueText;
import md.portar.core.guard.SecretKind;
import md.portar.core.handoff.Agent;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.handoff.DeskMessage;
import md.portar.core.message.Language;
import md.portar.core.testkit.FixedClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PagesTest {
    private static final String ATTACK = "\"><img src=x onerror=alert(1)><script>alert(2)</script>' {{7*7}} ${7*7}";
    private static final Pattern ASSET = Pattern.compile("(?:src|href)=\"(/console/assets/[^\"]+)\"");

    private final FixedClock clock = FixedClock.onMonday();
    private ConsoleUnderTest console;
    private Agent ana;
    private AgentClient client;
    private ConversationNumber talk;

    @BeforeEach
    void open() throws Exception {
        console = new ConsoleUnderTest(clock);
        ana = console.agents().add("ana", "Ana " + ATTACK, Language.EN);
        client = AgentClient.signedIn(console, ana);
        talk = console.desk()
                .queued(ATTACK, "telegram", Language.RO, Priority.SAFETY, Duration.ofMinutes(3), "Bună " + ATTACK);
        console.desk()
                .put(
                        talk,
                        new DeskMessage(
                                console.desk().nextSeq(talk),
                                clock.instant(),
                                DeskMessage.Author.BOT,
                                Optional.empty(),
                                CatalogueText.of("see ⟦CVV⟧ " + ATTACK),
                                List.of(CatalogueText.of(ATTACK)),
                                Set.of(SecretKind.CVV),
                                false,
                                true,
                                Optional.of(DeskMessage.Redaction.FAILED),
                                Optional.of(DeskMessage.Delivery.UNKNOWN)));
        console.desk().claim(talk, ana.id());
        client.post("/console/c/" + talk.value() + "/note", "clientMsgId", "note-0001", "text", ATTACK);
    }

    @AfterEach
    void close() throws Exception {
        console.close();
    }

    private List<HttpResponse<String>> everything() throws Exception {
        String thread = "/console/c/" + talk.value();
        List<HttpResponse<String>> answers = new ArrayList<>();
        answers.add(new AgentClient(console).get("/console/login"));
        answers.add(new AgentClient(console).get("/console/enter?token=unknown"));
        for (String path :
                List.of("/console", "/console?view=mine", "/console?view=all", "/console?view=resolved", thread)) {
            answers.add(client.get(path));
            answers.add(client.fragment(path));
        }
        answers.add(client.get("/console/list?view=all"));
        answers.add(client.get(thread + "/messages"));
        answers.add(client.get("/console/c/999"));
        answers.add(client.get("/console/nothing"));
        answers.add(client.post(thread + "/send", "clientMsgId", "send-0001", "text", ATTACK));
        answers.add(client.post(thread + "/resolve", "outcome", ATTACK));
        answers.add(client.post(thread + "/release"));
        answers.add(client.post("/console/claim-next"));
        return answers;
    }

    @Test
    void everyAnswerIsProtected() throws Exception {
        for (HttpResponse<String> answer : everything()) {
            String what = answer.request().uri() + " " + answer.statusCode();
            assertThat(AgentClient.header(answer, "Content-Security-Policy").orElseThrow())
                    .as(what)
                    .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(AgentClient.header(answer, "X-Content-Type-Options"))
                    .as(what)
                    .contains("nosniff");
            assertThat(AgentClient.header(answer, "Referrer-Policy")).as(what).contains("no-referrer");
            assertThat(AgentClient.header(answer, "Cross-Origin-Opener-Policy"))
                    .as(what)
                    .contains("same-origin");
            assertThat(AgentClient.header(answer, "Cross-Origin-Resource-Policy"))
                    .as(what)
                    .contains("same-origin");
            assertThat(AgentClient.header(answer, "Permissions-Policy"))
                    .as(what)
                    .isPresent();
            assertThat(AgentClient.header(answer, "Cache-Control")).as(what).contains("no-store");
            assertThat(AgentClient.header(answer, "Vary")).as(what).contains("HX-Request");
        }
    }

    @Test
    void noAnswerHoldsScriptOrStyleOfItsOwn() throws Exception {
        for (HttpResponse<String> answer : everything()) {
            assertThat(answer.body())
                    .as(answer.request().uri().toString())
                    .doesNotContainPattern("<script(?![^>]* src=)")
                    .doesNotContainPattern("<style")
                    .doesNotContainPattern("<[^>]+\\sstyle=")
                    .doesNotContainPattern("<[^>\"]+\\son[a-z]+=")
                    .doesNotContain("javascript:");
        }
    }

    @Test
    void wordsOfPeopleStayWords() throws Exception {
        for (HttpResponse<String> answer : everything()) {
            assertThat(answer.body()).as(answer.request().uri().toString()).doesNotContain("<img", "<script>", "49");
        }
        assertThat(client.get("/console/c/" + talk.value()).body()).contains("&lt;img src=x");
    }

    @Test
    void aSecretsPlaceIsShownWithWhatWasDone() throws Exception {
        assertThat(client.fragment("/console/c/" + talk.value()).body())
                .contains("<mark class=\"secret\">", "CVV</mark>")
                .contains("could not be deleted in Telegram; the customer was asked to delete it")
                .contains("may have been delivered");
    }

    @Test
    void aHiddenMessageShowsNoText() throws Exception {
        console.desk()
                .put(
                        talk,
                        new DeskMessage(
                                99,
                                clock.instant(),
                                DeskMessage.Author.CUSTOMER,
                                Optional.empty(),
                                CatalogueText.of("⟦password⟧"),
                                List.of(),
                                Set.of(SecretKind.PASSWORD),
                                true,
                                false,
                                Optional.of(DeskMessage.Redaction.NOT_POSSIBLE),
                                Optional.empty()));
        assertThat(client.fragment("/console/c/" + talk.value()).body())
                .contains("Message hidden: password")
                .contains("Telegram does not let us delete it");
    }

    @Test
    void filesAreKeptForEverUnderTheirHash() throws Exception {
        Matcher matcher = ASSET.matcher(client.get("/console").body());
        int found = 0;
        while (matcher.find()) {
            found++;
            HttpResponse<String> file = client.get(matcher.group(1));
            assertThat(file.statusCode()).as(matcher.group(1)).isEqualTo(200);
            assertThat(AgentClient.header(file, "Cache-Control")).contains("public, max-age=31536000, immutable");
        }
        assertThat(found).isBetween(6, 11);
        assertThat(client.get("/console/assets/000000000000/console.css").statusCode())
                .isEqualTo(404);
        assertThat(client.get("/console/assets/../words_en.properties").statusCode())
                .isEqualTo(404);
    }

    @Test
    void filesAreSmallOnTheWire() throws Exception {
        Matcher matcher = ASSET.matcher(client.get("/console").body());
        int scripts = 0;
        int styles = 0;
        while (matcher.find()) {
            HttpResponse<String> file = client.get(matcher.group(1), "Accept-Encoding", "gzip");
            int length =
                    Integer.parseInt(AgentClient.header(file, "Content-Length").orElseThrow());
            scripts += matcher.group(1).endsWith(".js") ? length : 0;
            styles += matcher.group(1).endsWith(".css") ? length : 0;
        }
        assertThat(scripts).isBetween(1, 45 * 1024);
        assertThat(styles).isBetween(1, 15 * 1024);
    }

    @Test
    void aPageIsAPageAndAFragmentIsAFragment() throws Exception {
        String thread = "/console/c/" + talk.value();
        assertThat(client.get(thread).body())
                .startsWith("<!doctype html>")
                .contains("id=\"thread\"", "id=\"list-pane\"");
        assertThat(client.fragment(thread).body())
                .doesNotContain("<html", "id=\"list-pane\"")
                .contains("id=\"thread\"");
        assertThat(client.get(thread, "HX-Request", "true", "HX-History-Restore-Request", "true")
                        .body())
                .contains("<html");
    }

    @Test
    void aListOfManyComesInPages() throws Exception {
        for (int i = 0; i < 120; i++) {
            console.desk()
                    .queued("Test User " + i, "whatsapp", Language.RU, Priority.NORMAL, Duration.ofMinutes(i + 1), "…");
        }
        String page = client.get("/console?view=queue").body();
        int rows = 0;
        List<String> seen = new ArrayList<>();
        while (true) {
            Matcher row = Pattern.compile(" id=\"(row-\\d+)\"").matcher(page);
            while (row.find()) {
                seen.add(row.group(1));
            }
            Matcher more =
                    Pattern.compile("hx-get=\"(/console/list\\?[^\"]+)\"").matcher(page);
            if (!more.find()) {
                break;
            }
            rows++;
            page = client.fragment(more.group(1).replace("&amp;", "&")).body();
        }
        assertThat(rows).isEqualTo(2);
        assertThat(seen).hasSize(120).doesNotHaveDuplicates();
    }

    @Test
    void earlierMessagesAreLoadedOnDemand() throws Exception {
        for (int i = 0; i < 70; i++) {
            console.desk().says(talk, DeskMessage.Author.CUSTOMER, "line " + i);
        }
        String thread = client.fragment("/console/c/" + talk.value()).body();
        assertThat(thread).contains("line 69").doesNotContain("line 10<");
        Matcher earlier = Pattern.compile("hx-get=\"(/console/c/\\d+/messages\\?before=\\d+)\"")
                .matcher(thread);
        assertThat(earlier.find()).isTrue();
        assertThat(client.fragment(earlier.group(1)).body())
                .contains("line 10<")
                .doesNotContain("line 69");
    }

    @Test
    void whatIsNotThereIsSaidInTheAgentsLanguage() throws Exception {
        client.post("/console/me", "language", "ro");
        HttpResponse<String> answer = client.get("/console/c/999");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("Nu am găsit");
        for (String number : List.of("0", "-1", "x", "1".repeat(30), "1e3")) {
            assertThat(client.get("/console/c/" + number).statusCode())
                    .as(number)
                    .isEqualTo(404);
        }
    }

    @Test
    void aBrokenStoreIsOneSentenceAndNoTrace() throws Exception {
        console.desk().breakDown();
        HttpResponse<String> answer = client.get("/console/c/" + talk.value());
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("nothing was saved").doesNotContain("Exception", "the store is away");
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() throws Exception {
        HttpResponse<String> answer = client.post(
                "/console/c/" + talk.value() + "/send", "clientMsgId", "send-0002", "text", "x".repeat(70_000));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(console.desk().sentToPlayers()).isEmpty();
    }
}
