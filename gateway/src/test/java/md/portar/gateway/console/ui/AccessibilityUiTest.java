package md.portar.gateway.console.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import md.portar.core.channel.DeliveryFailure;
import md.portar.core.guard.CatalogueText;
import md.portar.core.handoff.Agent;
import md.portar.core.handoff.AgentRole;
import md.portar.core.handoff.UndeliveredMessage;
import md.portar.core.message.ChannelId;
import md.portar.core.message.Language;
import md.portar.gateway.console.ConsoleUnderTest;
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
        undelivered(page, language);
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
