package md.portar.gateway.console.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import md.portar.core.conversation.Priority;
import md.portar.core.handoff.DeskMessage;
import md.portar.core.message.Language;
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
class InboxUiTest {
    private Browsing browsing;
    private Stage stage;

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
        stage = new Stage(browsing);
    }

    @AfterEach
    void close() throws Exception {
        stage.close();
    }

    @Test
    void oneOfTwoWhoClaimAtOnceIsToldWhoWasFaster() {
        Page ana = stage.ana();
        Page dan = Stage.live(stage.browsing().page(stage.console().link(stage.scene().dan)));
        for (Page page : List.of(ana, dan)) {
            Stage.row(page, stage.scene().ion.value()).locator("a").click();
            assertThat(page.getByTestId("claim")).isVisible();
        }
        // Dan's page does not hear of it in time: his click goes out with Ana's claim already done.
        dan.route("**/console/c/" + stage.scene().ion.value(), route -> route.abort());
        dan.evaluate("() => { const b = document.querySelector('[data-testid=claim]');"
                + " window.claimLater = () => b.click(); }");
        ana.getByTestId("claim").click();
        assertThat(ana.locator("#text-reply")).isFocused();
        dan.evaluate("() => window.claimLater()");
        assertThat(dan.getByTestId("claim-lost")).containsText("Ana P. a preluat conversația");
        assertThat(dan.getByTestId("claim-lost")).isFocused();
        assertThat(dan.getByTestId("send")).isDisabled();
        stage.expect(text -> text.contains("409") || text.contains("ERR_FAILED"));
    }

    @Test
    void aRowTakenBySomebodyElseFadesWithHisName() {
        Page ana = stage.ana();
        stage.console().desk().claim(stage.scene().maria, stage.scene().dan.id());
        assertThat(Stage.row(ana, stage.scene().maria.value())).containsText("taken by Dan Vasilache");
        assertThat(Stage.row(ana, stage.scene().maria.value())).hasCount(0);
        assertThat(ana.getByTestId("count-queue")).hasText("4");
    }

    @Test
    void theListHoldsStillUnderThePointer() {
        Page page = stage.ana();
        Stage.row(page, stage.scene().ion.value()).hover();
        var fresh = stage.console()
                .desk()
                .queued("New Person", "telegram", Language.EN, Priority.SAFETY, Duration.ofHours(1), "please");
        assertThat(page.locator("#held")).hasText("▲ 1 new");
        assertThat(Stage.row(page, fresh.value())).hasCount(0);
        page.locator("#held").click();
        assertThat(page.locator("#queue-list .row").first()).hasAttribute("data-id", Long.toString(fresh.value()));
    }

    @Test
    void theListFollowsByItselfOtherwise() {
        Page page = stage.ana();
        page.mouse().move(1000, 500);
        var fresh = stage.console()
                .desk()
                .queued("New Person", "telegram", Language.EN, Priority.SAFETY, Duration.ofHours(1), "please");
        assertThat(page.locator("#queue-list .row").first()).hasAttribute("data-id", Long.toString(fresh.value()));
        assertThat(page).hasTitle("Queue 6 · Console");
    }

    @Test
    void theBackButtonShowsWhatWasBefore() {
        Page page = stage.ana();
        Stage.row(page, stage.scene().ion.value()).locator("a").click();
        assertThat(page.locator("#thread-heading")).hasText("Test User");
        page.goBack();
        assertThat(page.locator("#welcome-heading")).isVisible();
    }

    @Test
    void theEmptyQueueSaysSo() {
        Page page = stage.ana();
        page.mouse().move(1000, 500);
        for (int i = 0; i < 5; i++) {
            stage.console().desk().claimNext(stage.scene().dan.id());
        }
        assertThat(page.locator("#list-empty")).containsText("Nobody is waiting.");
    }

    @Test
    void signingOutEndsUpAtTheDoor() {
        Page page = stage.ana();
        page.locator("#me summary").click();
        page.getByTestId("logout").click();
        assertThat(page.locator("h1")).hasText("Sign in");
    }

    @Test
    void aSessionThatEndsElsewhereIsSaidInPlace() {
        Page page = stage.anaInThread();
        page.locator("#text-reply").fill("kept");
        stage.console().agents().endAllSessions();
        assertThat(page.locator("#signed-out")).isVisible();
        assertThat(page.locator("#sign-in-again")).hasAttribute("href", Pattern.compile("next=%2Fconsole%2Fc%2F1"));
        page.navigate(stage.console().link(stage.scene().ana));
        page.navigate(stage.console().base() + "/console/c/" + stage.scene().ion.value());
        assertThat(page.locator("#text-reply")).hasValue("kept");
        stage.expect(text -> text.contains("401"));
    }

    @Test
    void ofSeveralTabsOneHoldsTheStreamAndAllHear() {
        var person = stage.browsing().person(1200, 800, ColorScheme.LIGHT);
        Page first = person.newPage();
        first.navigate(stage.console().link(stage.scene().ana));
        Stage.live(first);
        Page second = person.newPage();
        second.navigate(stage.console().base() + "/console");
        Stage.live(second);
        Page third = person.newPage();
        third.navigate(stage.console().base() + "/console");
        Stage.live(third);
        Assertions.assertThat(stage.console().openStreams()).isEqualTo(1);
        var fresh = stage.console()
                .desk()
                .queued("New Person", "telegram", Language.EN, Priority.SAFETY, Duration.ofHours(1), "please");
        for (Page page : List.of(first, second, third)) {
            assertThat(Stage.row(page, fresh.value())).isAttached();
        }
        first.close();
        var next = stage.console()
                .desk()
                .queued("Next Person", "telegram", Language.EN, Priority.SAFETY, Duration.ofHours(2), "please");
        for (Page page : List.of(second, third)) {
            assertThat(Stage.row(page, next.value())).isAttached();
        }
    }

    @Test
    void aCutStreamComesBackAndCatchesUp() {
        Page page = stage.anaInThread();
        page.context().setOffline(true);
        stage.console().cutStreams();
        assertThat(page.getByTestId("status-live")).hasAttribute("data-state", Pattern.compile("reconnecting|limited"));
        long seq = stage.console().desk().says(stage.scene().ion, DeskMessage.Author.CUSTOMER, "said meanwhile");
        page.context().setOffline(false);
        assertThat(page.getByTestId("msg-" + seq)).containsText("said meanwhile");
        Stage.live(page);
        stage.browsing()
                .complaints()
                .removeIf(
                        text -> text.contains("ERR_INTERNET_DISCONNECTED") || text.contains("ERR_INCOMPLETE_CHUNKED"));
    }

    @Test
    void onANarrowScreenListAndThreadArePages() {
        stage.console().desk().claim(stage.scene().ion, stage.scene().ana.id());
        Page page =
                Stage.live(stage.browsing().page(stage.console().link(stage.scene().ana), 320, 640, ColorScheme.LIGHT));
        noSidewaysScrolling(page);
        Stage.row(page, stage.scene().maria.value()).locator("a").click();
        assertThat(page.getByTestId("thread")).isVisible();
        assertThat(page.getByTestId("queue-list")).isHidden();
        noSidewaysScrolling(page);
        page.locator(".thread-head .back").click();
        assertThat(page.getByTestId("queue-list")).isVisible();
        page.navigate(stage.console().base() + "/console/c/" + stage.scene().ion.value());
        noSidewaysScrolling(page);
        page.locator("[data-action=panel]").first().click();
        assertThat(page.getByTestId("case-panel")).isVisible();
        noSidewaysScrolling(page);
    }

    private static void noSidewaysScrolling(Page page) {
        Assertions.assertThat(
                        page.evaluate(
                                "() => document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('*')]"
                                        + ".filter(e => e.getBoundingClientRect().right > innerWidth + 1).map(e => e.outerHTML.slice(0, 90))"))
                .isEqualTo(List.of());
    }
}
