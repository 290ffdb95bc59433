package md.portar.gateway.simulator;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import md.portar.gateway.console.ui.Browsing;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page's panels in a browser: switching faults by keyboard, reading figures, in both themes and narrow. */
@Tag("ui")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageUiTest {
    private static final Path FOLDER = Path.of("target", "screenshots");
    private static final String SEND = "{\"chat_id\":100000001,\"text\":\"answer\"}";

    private Browsing browsing;
    private SimulatorFixture fixture;

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
    void open() {
        fixture = new SimulatorFixture();
    }

    @AfterEach
    void close() {
        java.util.List<String> complaints = java.util.List.copyOf(browsing.complaints());
        browsing.reset();
        fixture.close();
        Assertions.assertThat(complaints).isEmpty();
    }

    private Page page(int width, ColorScheme theme) {
        Page page = browsing.page(fixture.simulator.url(), width, 1000, theme);
        assertThat(page.locator("#live")).hasText("live");
        return page;
    }

    private static Locator fault(Page page, String kind) {
        return page.locator("[data-fault=" + kind + "]");
    }

    private static Locator figure(Page page, String name, String app) {
        return page.locator("[data-figure='" + name + "'] td[data-app=" + app + "]");
    }

    @Test
    void aFaultIsChosenByKeyboardWithItsShareAndItsTime() {
        Page page = page(1440, ColorScheme.LIGHT);
        page.locator("#fault-app input[value=whatsapp]").focus();
        page.keyboard().press("Space");
        page.locator("#fault-share").focus();
        page.locator("#fault-share").press("Control+A");
        page.keyboard().type("30");
        page.keyboard().press("Tab");
        page.keyboard().type("chats");
        page.keyboard().press("Tab");
        page.keyboard().type("10 min");
        fault(page, "server-error").locator(".switch").focus();
        page.keyboard().press("Space");
        assertThat(fault(page, "server-error").locator(".switch")).hasAttribute("aria-checked", "true");
        assertThat(fault(page, "server-error").locator(".scope")).hasText("30 % of chats, for 10 min");
        Fault set = fixture.simulator.faults().active(ChatApp.WHATSAPP).get(FaultKind.SERVER_ERROR);
        Assertions.assertThat(set).isNotNull();
        Assertions.assertThat(set.share()).isEqualTo(new Fault.Share(0.3, true));
        Assertions.assertThat(set.window().lasts()).isEqualTo(Duration.ofMinutes(10));
        page.keyboard().press("Space");
        assertThat(fault(page, "server-error").locator(".switch")).hasAttribute("aria-checked", "false");
        Assertions.assertThat(fixture.simulator.faults().active(ChatApp.WHATSAPP))
                .isEmpty();
    }

    @Test
    void whatStruckIsCountedAndANewRunBeginsAtNothing() {
        Page page = page(1440, ColorScheme.LIGHT);
        fixture.simulator.telegram().says(100000001L, "salut").status();
        fault(page, "cut-after").locator(".once").click();
        assertThat(fault(page, "cut-after").locator(".once")).hasAttribute("aria-pressed", "true");
        fixture.calls.telegram("sendMessage", SEND);
        assertThat(fault(page, "cut-after").locator(".struck")).hasText("1×");
        assertThat(figure(page, "messages.acknowledged", "telegram")).hasText("1");
        assertThat(figure(page, "sends.ambiguous", "total")).hasText("1");
        assertThat(figure(page, "sends.ambiguous", "whatsapp")).hasText("0");
        assertThat(page.locator("#run-verdict")).hasText("clean");
        fixture.calls.telegram("sendMessage", "{\"chat_id\":100000001,\"text\":\"x\",\"colour\":1}");
        assertThat(page.locator("#run-verdict")).hasText("not clean");
        Assertions.assertThat(fixture.broken()).containsExactly("unknown field colour");
        page.locator("#run-new").click();
        assertThat(page.locator("#run-verdict")).hasText("clean");
        assertThat(figure(page, "messages.acknowledged", "telegram")).hasText("0");
        fixture.broken();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,1440", "DARK,1440", "DARK,900", "LIGHT,360"})
    void thePageIsCleanForAxeAndFits(ColorScheme theme, int width) {
        Page page = page(width, theme);
        fixture.simulator.telegram().says(100000001L, "Cum retrag banii?").status();
        fixture.calls.telegram("sendMessage", SEND);
        fixture.simulator
                .faults()
                .set(ChatApp.TELEGRAM, Fault.on(FaultKind.DELAY).shareOfChats(0.1));
        assertThat(figure(page, "messages.answered", "telegram")).hasText("1");
        assertThat(fault(page, "delay").locator(".scope")).hasText("10 % of chats");
        Assertions.assertThat(new AxeBuilder(page)
                        .include(".faults")
                        .include(".run")
                        .analyze()
                        .getViolations())
                .as("what axe finds")
                .isEmpty();
        Object wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assertions.assertThat(((Number) wide).intValue()).isZero();
        String name = "phones-" + theme.name().toLowerCase(Locale.ROOT) + "-" + width + ".png";
        page.screenshot(
                new Page.ScreenshotOptions().setPath(FOLDER.resolve(name)).setFullPage(true));
    }
}
