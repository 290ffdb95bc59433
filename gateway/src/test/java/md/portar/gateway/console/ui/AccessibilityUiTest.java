package md.portar.gateway.console.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import md.portar.core.channel.DeliveryFailure;
import md.portar.core.guard.CatalogueText;
import md.portar.core.guard.SecretKind;
import md.portar.core.handoff.Agent;
import md.portar.core.handoff.AgentRole;
import md.portar.core.handoff.SendResult;
import md.portar.core.handoff.UndeliveredMessage;
import md.portar.core.message.ChannelId;
import md.portar.core.message.Language;
import md.portar.gateway.console.ConsoleUnderTest;
import md.portar.gateway.console.SomeTemplates;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("ui")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessibilityUiTest {
    private final Clock clock = Clock.systemUTC();
    private Browsing browsing;
    private ConsoleUnderTest console;
    private Scene scene;

    @BeforeAll
    void browser() {
        browsing = Browsing.open();
    }

    @AfterAll
    void noBrowser() {
        if (browsing != null) {
            browsing.close();
        }
    }

    @BeforeEach
    void open() throws Exception {
        console = new ConsoleUnderTest(clock);
        scene = new Scene(console, clock);
    }

    @AfterEach
    void close() throws Exception {
        List<String> complaints = List.copyOf(browsing.complaints());
        browsing.reset();
        console.close();
        Assertions.assertThat(complaints).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,1440,RO", "DARK,1440,RU", "LIGHT,900,EN", "DARK,320,EN", "LIGHT,320,RU"})
    void pagesAreCleanForAxe(ColorScheme theme, int width, Language language) {
        Agent ana = scene.ana;
        console.agents().save(new Agent(ana.id(), ana.publicName(), ana.role(), ana.languages(), language, false));
        Page page = browsing.page(console.base() + "/console/login?lang=" + language.code(), width, 900, theme);
        clean(page, "login");
        page.navigate(console.link(ana));
        assertThat(page.getByTestId("status-live")).hasAttribute("data-state", "on");
        clean(page, "inbox");
        console.desk().claim(scene.ion, ana.id());
        console.desk().replyUntil(scene.ion, clock.instant().plus(Duration.ofMinutes(10)));
        scene.hiddenMessage(scene.ion);
        page.navigate(console.base() + "/console/c/" + scene.ion.value());
        assertThat(page.getByTestId("status-live")).hasAttribute("data-state", "on");
        clean(page, "thread");
        page.getByTestId("tab-note").click();
        clean(page, "note");
        page.getByTestId("resolve").click();
        clean(page, "resolve");
        page.navigate(console.base() + "/console/c/" + scene.maria.value());
        clean(page, "waiting thread");
        templates(page);
        undelivered(page, language);
        unanswered(page);
    }

    private void templates(Page page) {
        console.desk().claim(scene.maria, scene.ana.id());
        console.desk().replyUntil(scene.maria, clock.instant());
        console.desk().templates(scene.maria, SomeTemplates.all());
        page.navigate(console.base() + "/console/c/" + scene.maria.value());
        assertThat(page.getByTestId("status-live")).hasAttribute("data-state", "on");
        page.locator("#template-choice").selectOption("case_news/ro");
        page.locator("input[name=field2]:enabled").fill("C-10482");
        console.desk().refuse(SendResult.Reason.CONTAINS_SECRET, Set.of(SecretKind.PIN));
        page.locator("input[name=field4]:enabled").fill("x");
        page.locator("input[name=field4]:enabled").press("Control+Enter");
        assertThat(page.locator("#refusal-template p")).hasCount(2);
        clean(page, "a refused template");
        console.desk().accept();
        browsing.complaints().removeIf(complaint -> complaint.contains("422"));
    }

    private void undelivered(Page page, Language language) {
        Agent ana = scene.ana;
        console.agents()
                .save(new Agent(ana.id(), ana.publicName(), AgentRole.SUPERVISOR, ana.languages(), language, false));
        page.navigate(console.base() + "/console/undelivered");
        clean(page, "nothing undelivered");
        console.undelivered()
                .add(new UndeliveredMessage(
                        7,
                        scene.ion,
                        new ChannelId("telegram"),
                        CatalogueText.of("Test User"),
                        false,
                        DeliveryFailure.NETWORK,
                        0,
                        4,
                        clock.instant(),
                        clock.instant(),
                        CatalogueText.of("Bună ziua!")));
        page.navigate(console.base() + "/console/undelivered");
        clean(page, "undelivered");
        page.locator("#replay-7").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".letter-end [role=status]")).isFocused();
        clean(page, "sent again");
    }

    private void unanswered(Page page) {
        page.navigate(console.base() + "/console/unanswered");
        clean(page, "nothing unanswered");
        console.unanswered()
                .add(
                        "unde e câștigul meu de la loterie",
                        Language.RO,
                        14,
                        clock.instant().minusSeconds(4_000));
        console.unanswered()
                .add("где мой купон", Language.RU, 3, clock.instant().minusSeconds(70));
        console.unanswered()
                .add("do you sell pizza", Language.EN, 1, clock.instant().minusSeconds(9));
        page.navigate(console.base() + "/console/unanswered");
        assertThat(page.locator(".question")).hasCount(3);
        clean(page, "unanswered");
        page.getByTestId("order-often").focus();
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.getByTestId("order-newest")).hasAttribute("aria-current", "true");
        assertThat(page.locator(".question").first()).containsText("pizza");
        page.getByTestId("language-ru").focus();
        page.keyboard().press("Enter");
        assertThat(page.getByTestId("language-ru")).hasAttribute("aria-current", "true");
        assertThat(page.locator(".question")).hasCount(1);
        assertThat(page.getByTestId("order-newest")).hasAttribute("aria-current", "true");
        clean(page, "unanswered in one language");
    }

    private static void clean(Page page, String what) {
        page.evaluate("() => Promise.all(document.getAnimations().map(a => a.finished.catch(() => {})))");
        List<Rule> violations = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                .analyze()
                .getViolations();
        Assertions.assertThat(violations.stream()
                        .map(rule -> rule.getId() + ": "
                                + rule.getNodes().stream()
                                        .map(node -> node.getHtml() + " "
                                                + node.getAny().stream()
                                                        .map(check -> check.getMessage())
                                                        .toList())
                                        .toList())
                        .toList())
                .as(what)
                .isEmpty();
    }
}
