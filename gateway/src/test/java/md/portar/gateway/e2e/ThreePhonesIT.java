package md.portar.gateway.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import md.portar.gateway.console.ui.Browsing;
import md.portar.gateway.demo.Demo;
import md.portar.gateway.simulator.PlatformRules;
import md.portar.gateway.simulator.SimulatorSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A newcomer in a browser: plays the player on the page with three phones and the agent in the console. */
@Tag("ui")
class ThreePhonesIT {
    @RegisterExtension
    static final PlatformRules RULES = new PlatformRules();

    private static final double PATIENCE = 30_000;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private static Path folder;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static Browsing browsing;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static Demo demo;

    @BeforeAll
    static void start() throws Demo.CannotStart {
        browsing = Browsing.open();
        demo = Demo.start(SimulatorSettings.demo().withPace(SimulatorSettings.Pace.QUICK), folder.resolve("demo"));
        RULES.watch(demo.simulator());
    }

    @AfterAll
    static void stop() {
        if (demo != null) {
            demo.close();
        }
        if (browsing != null) {
            browsing.close();
        }
    }

    private static Locator phone(Page page, String name) {
        return page.locator("#phones > *")
                .filter(new Locator.FilterOptions().setHasText(name))
                .first();
    }

    private static void type(Page page, String name, String words) {
        Locator box = phone(page, name).locator("textarea, input[type=text]").first();
        box.fill(words);
        box.press("Enter");
    }

    private static void shows(Page page, String name, String words) {
        assertThat(phone(page, name))
                .containsText(words, new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
    }

    @Test
    void aQuestionASecretAndAPersonFromBothSides() {
        Page phones = browsing.page(demo.pageUrl(), 1500, 1000, ColorScheme.LIGHT);
        type(phones, "WhatsApp", "how do I verify my account?");
        shows(phones, "WhatsApp", "Identity verification");

        type(phones, "Telegram", "my password is Florin22x");
        shows(phones, "Telegram", "We also deleted the message");
        assertThat(phone(phones, "Telegram")).not().containsText("Florin22x");

        type(phones, "Messenger", "I want to talk to a person");
        Page console = browsing.page(demo.consoleLink(), 1440, 900, ColorScheme.LIGHT);
        Locator row = console.locator("[data-testid^=row-]").first();
        row.waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE));
        row.click();
        console.getByTestId("claim").click(new Locator.ClickOptions().setTimeout(PATIENCE));
        shows(phones, "Messenger", "Ana");

        Locator reply = console.getByTestId("form-reply").locator("textarea");
        reply.fill("Hello, I am a real person.");
        reply.press("Control+Enter");
        shows(phones, "Messenger", "Hello, I am a real person.");

        type(phones, "Messenger", "great, thank you Ana");
        assertThat(console.getByTestId("thread"))
                .containsText("great, thank you Ana", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
        assertThat(browsing.complaints()).isEmpty();
    }
}
