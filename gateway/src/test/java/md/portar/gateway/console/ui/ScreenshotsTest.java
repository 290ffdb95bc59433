package md.portar.gateway.console.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import md.portar.core.handoff.DeskMessage;
import md.portar.core.message.Language;
import md.portar.gateway.console.ConsoleUnderTest;
import md.portar.gateway.console.SomeTemplates;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Pictures of the pages in {@code target/screenshots}, for people to look at. */
@Tag("ui")
class ScreenshotsTest {
    private static final Path FOLDER = Path.of("target", "screenshots");

    @Test
    void pagesAreDrawnInBothThemesAndThreeWidths() throws Exception {
        Clock clock = Clock.systemUTC();
        try (Browsing browsing = Browsing.open();
                ConsoleUnderTest console = new ConsoleUnderTest(clock)) {
            Scene scene = new Scene(console, clock);
            console.desk().claim(scene.ion, scene.ana.id());
            console.desk().replyUntil(scene.ion, clock.instant().plus(Duration.ofMinutes(95)));
            console.desk().says(scene.ion, DeskMessage.Author.CUSTOMER, "Mulțumesc, aștept.");
            console.desk().claim(scene.vasile, scene.ana.id());
            console.desk().templates(scene.vasile, SomeTemplates.all());
            console.desk().replyUntil(scene.vasile, clock.instant());
            console.unanswered().add("unde e câștigul meu de la loterie", Language.RO, 14, clock.instant());
            console.unanswered().add("где мой купон за прошлую субботу?", Language.RU, 3, clock.instant());
            console.unanswered().add("do you sell pizza", Language.EN, 1, clock.instant());
            for (ColorScheme theme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                for (int width : new int[] {1440, 900, 320}) {
                    draw(browsing, console, scene, theme, width);
                }
            }
        }
    }

    private static void draw(Browsing browsing, ConsoleUnderTest console, Scene scene, ColorScheme theme, int width) {
        int height = width == 320 ? 640 : 900;
        String name = theme.name().toLowerCase(Locale.ROOT) + "-" + width;
        Page page = browsing.page(console.base() + "/console/login", width, height, theme);
        shot(page, "login-" + name);
        page.navigate(console.link(scene.ana));
        assertThat(page.getByTestId("row-" + scene.maria.value())).isVisible();
        shot(page, "inbox-" + name);
        page.navigate(console.base() + "/console/c/" + scene.ion.value());
        page.locator("#text-reply").fill("Bună! Am verificat retragerea: banca ta a confirmat-o azi la 10:05.");
        shot(page, "thread-" + name);
        page.getByTestId("tab-note").click();
        page.locator("#text-note").fill("Sunat la bancă: confirmat.");
        shot(page, "note-" + name);
        page.getByTestId("tab-reply").click();
        page.getByTestId("resolve").click();
        shot(page, "resolve-" + name);
        page.navigate(console.base() + "/console/c/" + scene.vasile.value());
        page.locator("#template-choice").selectOption("case_news/ro");
        page.getByLabel("Case number").first().fill("C-10482");
        shot(page, "template-" + name);
        page.navigate(console.link(scene.dan));
        page.navigate(console.base() + "/console/unanswered");
        shot(page, "unanswered-" + name);
        browsing.reset();
    }

    private static void shot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
    }
}
