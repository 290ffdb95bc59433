package md.portar.gateway.console.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Clock;
import md.portar.gateway.console.ConsoleUnderTest;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("ui")
class SignInUiTest {
    @Test
    void aPasswordOpensTheInboxAndTheLanguageCanBeChanged() throws Exception {
        try (Browsing browsing = Browsing.open();
                ConsoleUnderTest console = new ConsoleUnderTest(Clock.systemUTC())) {
            new Scene(console, Clock.systemUTC());
            Page page = browsing.page(console.base() + "/console");
            assertThat(page.locator("#name")).isFocused();
            page.locator("#name").fill("ana.p");
            page.locator("#password").fill("wrong");
            page.locator("#password").press("Enter");
            assertThat(page.getByTestId("login-problem")).containsText("not right");
            page.locator("#name").fill("ana.p");
            page.locator("#password").fill("ana.p-password");
            page.locator("#password").press("Enter");
            assertThat(page.getByTestId("queue-list")).isVisible();
            page.locator("#me summary").click();
            page.locator("#me button[lang=ru]").click();
            assertThat(page.locator("#list-heading")).hasText("Очередь");
            browsing.complaints().removeIf(text -> text.contains("401"));
            Assertions.assertThat(browsing.complaints()).isEmpty();
        }
    }
}
