package md.portar.gateway.console.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Clock;
import java.util.List;
import java.util.function.Predicate;
import md.portar.gateway.console.ConsoleUnderTest;
import org.assertj.core.api.Assertions;

/** A console with an afternoon's scene, and browsers before it; closing it checks that no page complained. */
final class Stage implements AutoCloseable {
    private final Clock clock = Clock.systemUTC();
    private final Browsing browsing;
    private final ConsoleUnderTest console;
    private final Scene scene;

    Stage(Browsing browsing) throws Exception {
        this.browsing = browsing;
        console = new ConsoleUnderTest(clock);
        scene = new Scene(console, clock);
    }

    Clock clock() {
        return clock;
    }

    Browsing browsing() {
        return browsing;
    }

    ConsoleUnderTest console() {
        return console;
    }

    Scene scene() {
        return scene;
    }

    /** Ana's inbox, connected. */
    Page ana() {
        return live(browsing.page(console.link(scene.ana)));
    }

    /** Ana's page with the thread of a conversation that is hers. */
    Page anaInThread() {
        console.desk().claim(scene.ion, scene.ana.id());
        Page page = ana();
        page.navigate(console.base() + "/console/c/" + scene.ion.value());
        return live(page);
    }

    static Page live(Page page) {
        assertThat(page.getByTestId("status-live")).hasAttribute("data-state", "on");
        return page;
    }

    static Locator row(Page page, long number) {
        return page.getByTestId("row-" + number);
    }

    /** Forgives complaints that belong to what a test does. */
    void expect(Predicate<String> complaint) {
        browsing.complaints().removeIf(complaint);
    }

    @Override
    public void close() {
        List<String> complaints = List.copyOf(browsing.complaints());
        browsing.reset();
        console.close();
        Assertions.assertThat(complaints).isEmpty();
    }
}
