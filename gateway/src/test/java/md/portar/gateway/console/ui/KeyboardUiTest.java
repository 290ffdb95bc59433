package md.portar.gateway.console.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Clock;
import java.util.List;
import md.portar.core.conversation.ConversationState;
import md.portar.gateway.console.ConsoleUnderTest;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@Tag("ui")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeyboardUiTest {
    private final Clock clock = Clock.systemUTC();
    private Browsing browsing;
    private ConsoleUnderTest console;
    private Scene scene;
    private Page page;

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
        page = browsing.page(console.link(scene.ana));
        assertThat(page.getByTestId("status-live")).hasAttribute("data-state", "on");
    }

    @AfterEach
    void close() throws Exception {
        List<String> complaints = List.copyOf(browsing.complaints());
        browsing.reset();
        console.close();
        Assertions.assertThat(complaints).isEmpty();
    }

    /** A key of a layout where the letter is another one, as a browser reports it. */
    private void press(String key, String code, String... modifiers) {
        page.evaluate(
                "([key, code, ...mods]) => (document.activeElement || document.body).dispatchEvent(new KeyboardEvent('keydown',"
                        + " {key, code, bubbles: true, cancelable: true, altKey: mods.includes('alt'), ctrlKey: mods.includes('ctrl'),"
                        + " modifierAltGraph: mods.includes('altgr')}))",
                join(key, code, modifiers));
    }

    private static Object[] join(String key, String code, String... modifiers) {
        Object[] all = new Object[modifiers.length + 2];
        all[0] = key;
        all[1] = code;
        System.arraycopy(modifiers, 0, all, 2, modifiers.length);
        return all;
    }

    @Test
    void aConversationIsWorkedWithoutAMouse() {
        page.keyboard().press("j");
        assertThat(page.getByTestId("row-" + scene.maria.value()).locator("a")).isFocused();
        page.keyboard().press("j");
        page.keyboard().press("k");
        page.keyboard().press("o");
        assertThat(page.locator("#thread-heading")).hasText("Мария Т.");
        page.keyboard().press("c");
        assertThat(page.locator("#text-reply")).isFocused();
        page.keyboard().type("cerj?/n");
        assertThat(page.locator("#text-reply")).hasValue("cerj?/n");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator(".message.agent .text")).hasText("cerj?/n");
        page.keyboard().press("Escape");
        assertThat(page.locator("#text-reply")).not().isFocused();
        page.keyboard().press("i");
        assertThat(page.locator("#text-note")).isFocused();
        page.keyboard().press("Escape");
        page.keyboard().press("r");
        assertThat(page.locator("#text-reply")).isFocused();
        page.keyboard().press("Escape");
        page.keyboard().press("e");
        assertThat(page.locator("#resolve-dialog")).isVisible();
        Assertions.assertThat(console.desk().row(scene.maria).state()).isEqualTo(ConversationState.Name.ASSIGNED);
        page.getByTestId("resolve-confirm").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#read-only")).containsText("resolved");
    }

    @Test
    void listsPanelAndHelpHaveTheirKeys() {
        page.keyboard().press("g");
        page.keyboard().press("a");
        assertThat(page.locator("#list-pane")).hasAttribute("data-view", "all");
        page.keyboard().press("g");
        page.keyboard().press("m");
        assertThat(page.locator("#list-pane")).hasAttribute("data-view", "mine");
        page.keyboard().press("g");
        page.keyboard().press("q");
        assertThat(page.locator("#list-pane")).hasAttribute("data-view", "queue");
        page.keyboard().press("n");
        assertThat(page.locator("#thread-heading")).hasText("Мария Т.");
        page.keyboard().press("Escape");
        page.keyboard().press("p");
        assertThat(page.getByTestId("case-panel")).isHidden();
        page.keyboard().press("p");
        assertThat(page.getByTestId("case-panel")).isVisible();
        page.keyboard().press("?");
        assertThat(page.locator("#help-dialog")).isVisible();
        page.keyboard().press("n");
        Assertions.assertThat(console.desk().counts(scene.ana.id()).mine()).isEqualTo(1);
        page.keyboard().press("Escape");
        assertThat(page.locator("#help-dialog")).isHidden();
    }

    @Test
    void aRussianLayoutHasTheSameKeys() {
        press("о", "KeyJ");
        assertThat(page.getByTestId("row-" + scene.maria.value()).locator("a")).isFocused();
        press("щ", "KeyO");
        assertThat(page.locator("#thread-heading")).hasText("Мария Т.");
        press("с", "KeyC");
        assertThat(page.locator("#text-reply")).isFocused();
    }

    @Test
    void romanianLettersAndModifiersTriggerNothing() {
        page.getByTestId("row-" + scene.maria.value()).locator("a").click();
        assertThat(page.getByTestId("claim")).isVisible();
        page.getByTestId("thread").evaluate("thread => thread.querySelector('#log').focus()");
        for (String[] typed : new String[][] {
            {"ă", "KeyA"}, {"ș", "KeyS"}, {"ț", "KeyT"}, {"î", "KeyI"}, {"â", "KeyQ"}, {"c", "KeyC"}, {"n", "KeyN"}
        }) {
            press(typed[0], typed[1], "altgr");
            press(typed[0], typed[1], "alt", "ctrl");
        }
        press("c", "KeyC", "ctrl");
        press("n", "KeyN", "alt");
        assertThat(page.getByTestId("composer")).hasAttribute("data-mode", "QUEUED");
        assertThat(page.locator("#log")).isFocused();
        Assertions.assertThat(console.desk().counts(scene.ana.id()).mine()).isZero();
    }

    @Test
    void singleKeysCanBeTurnedOff() {
        page.keyboard().press("?");
        page.locator("#keys-on").uncheck();
        page.keyboard().press("Escape");
        page.keyboard().press("n");
        page.keyboard().press("?");
        assertThat(page.locator("#help-dialog")).isHidden();
        Assertions.assertThat(console.desk().counts(scene.ana.id()).mine()).isZero();
    }
}
