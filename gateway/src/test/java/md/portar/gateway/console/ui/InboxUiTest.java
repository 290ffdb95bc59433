package md.portar.gateway.console.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import md.portar.core.conversation.Priority;
import md.portar.core.guard.SecretKind;
import md.portar.core.handoff.DeskMessage;
import md.portar.core.handoff.SendResult;
import md.portar.core.message.Language;
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
class InboxUiTest {
    private static final Pattern CURRENT = Pattern.compile("true");

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

    private Page ana() {
        return live(browsing.page(console.link(scene.ana)));
    }

    private static Page live(Page page) {
        assertThat(page.getByTestId("status-live")).hasAttribute("data-state", "on");
        return page;
    }

    private Page anaInThread() {
        console.desk().claim(scene.ion, scene.ana.id());
        Page page = ana();
        page.navigate(console.base() + "/console/c/" + scene.ion.value());
        return live(page);
    }

    private static Locator row(Page page, long number) {
        return page.getByTestId("row-" + number);
    }

    @Test
    void oneOfTwoWhoClaimAtOnceIsToldWhoWasFaster() {
        Page ana = ana();
        Page dan = live(browsing.page(console.link(scene.dan)));
        for (Page page : List.of(ana, dan)) {
            row(page, scene.ion.value()).locator("a").click();
            assertThat(page.getByTestId("claim")).isVisible();
        }
        // Dan's page does not hear of it in time: his click goes out with Ana's claim already done.
        dan.route("**/console/c/" + scene.ion.value(), route -> route.abort());
        dan.evaluate("() => { const b = document.querySelector('[data-testid=claim]');"
                + " window.claimLater = () => b.click(); }");
        ana.getByTestId("claim").click();
        assertThat(ana.locator("#text-reply")).isFocused();
        dan.evaluate("() => window.claimLater()");
        assertThat(dan.getByTestId("claim-lost")).containsText("Ana P. a preluat conversația");
        assertThat(dan.getByTestId("claim-lost")).isFocused();
        assertThat(dan.getByTestId("send")).isDisabled();
        browsing.complaints().removeIf(text -> text.contains("409") || text.contains("ERR_FAILED"));
    }

    @Test
    void aRowTakenBySomebodyElseFadesWithHisName() {
        Page ana = ana();
        console.desk().claim(scene.maria, scene.dan.id());
        assertThat(row(ana, scene.maria.value())).containsText("taken by Dan Vasilache");
        assertThat(row(ana, scene.maria.value())).hasCount(0);
        assertThat(ana.getByTestId("count-queue")).hasText("4");
    }

    @Test
    void aMessageAppearsInTheOpenThread() {
        Page page = anaInThread();
        long seq = console.desk().says(scene.ion, DeskMessage.Author.CUSTOMER, "Bună, sunteți aici?");
        assertThat(page.getByTestId("msg-" + seq)).containsText("Bună, sunteți aici?");
        assertThat(page.locator("#announce")).containsText("Test User: Bună, sunteți aici?");
    }

    @Test
    void aReplyIsSentByKeyboardAndShownOnce() {
        Page page = anaInThread();
        page.locator("#text-reply").fill("Verific acum.");
        page.locator("#text-reply").press("Control+Enter");
        assertThat(page.locator(".message.agent .text")).hasText("Verific acum.");
        assertThat(page.locator("#text-reply")).hasValue("");
        assertThat(page.locator("#text-reply")).isFocused();
        Assertions.assertThat(console.desk().sentToPlayers()).containsExactly("Verific acum.");
        console.desk().says(scene.ion, DeskMessage.Author.CUSTOMER, "ok");
        assertThat(page.locator(".message.customer").last()).containsText("ok");
        assertThat(page.locator(".message.agent")).hasCount(1);
    }

    @Test
    void aDraftSurvivesReloadAndSwitching() {
        Page page = anaInThread();
        page.locator("#text-reply").fill("Un răspuns pe jumătate");
        page.getByTestId("tab-note").click();
        page.locator("#text-note").fill("o notă");
        page.reload();
        live(page);
        assertThat(page.locator("#text-reply")).hasValue("Un răspuns pe jumătate");
        page.locator("#views a[data-view=queue]").click();
        row(page, scene.maria.value()).locator("a").click();
        assertThat(page.locator("#thread-heading")).hasText("Мария Т.");
        assertThat(page.locator("#text-note")).hasValue("");
        page.locator("#views a[data-view=mine]").click();
        assertThat(row(page, scene.ion.value()).locator(".chip.draft")).isVisible();
        row(page, scene.ion.value()).locator("a").click();
        assertThat(page.locator("#text-reply")).hasValue("Un răspuns pe jumătate");
        page.getByTestId("tab-note").click();
        assertThat(page.locator("#text-note")).hasValue("o notă");
    }

    @Test
    void replyAndNoteCannotBeConfused() {
        Page page = anaInThread();
        assertThat(page.getByTestId("send")).containsText("Send to Test User");
        page.locator("#text-reply").fill("for the customer");
        page.getByTestId("tab-note").click();
        assertThat(page.getByTestId("form-reply")).isHidden();
        assertThat(page.getByTestId("composer")).hasAttribute("data-kind", "note");
        assertThat(page.locator("#text-note")).hasValue("");
        assertThat(page.locator("#text-note")).isFocused();
        page.locator("#text-note").fill("for the team");
        page.getByTestId("save-note").click();
        assertThat(page.locator(".message.note").last()).containsText("for the team");
        assertThat(page.getByTestId("composer")).hasAttribute("data-kind", "reply");
        assertThat(page.locator("#text-reply")).hasValue("for the customer");
        Assertions.assertThat(console.desk().sentToPlayers()).isEmpty();
    }

    @Test
    void aRefusedReplyStaysWithItsReason() {
        Page page = anaInThread();
        console.desk().refuse(SendResult.Reason.ASKS_FOR_SECRET, Set.of(SecretKind.PASSWORD));
        page.locator("#text-reply").fill("Trimite-mi parola");
        page.getByTestId("send").click();
        assertThat(page.getByTestId("refusal")).containsText("We never ask customers for this: password.");
        assertThat(page.locator("#text-reply")).hasValue("Trimite-mi parola");
        console.desk().accept();
        page.locator("#text-reply").fill("Nu ne trimite parola");
        assertThat(page.getByTestId("refusal")).isEmpty();
        page.getByTestId("send").click();
        assertThat(page.locator(".message.agent .text")).hasText("Nu ne trimite parola");
        browsing.complaints().removeIf(text -> text.contains("422"));
    }

    @Test
    void theListHoldsStillUnderThePointer() {
        Page page = ana();
        row(page, scene.ion.value()).hover();
        var fresh = console.desk()
                .queued("New Person", "telegram", Language.EN, Priority.SAFETY, Duration.ofHours(1), "please");
        assertThat(page.locator("#held")).hasText("▲ 1 new");
        assertThat(row(page, fresh.value())).hasCount(0);
        page.locator("#held").click();
        assertThat(page.locator("#queue-list .row").first()).hasAttribute("data-id", Long.toString(fresh.value()));
    }

    @Test
    void theListFollowsByItselfOtherwise() {
        Page page = ana();
        page.mouse().move(1000, 500);
        var fresh = console.desk()
                .queued("New Person", "telegram", Language.EN, Priority.SAFETY, Duration.ofHours(1), "please");
        assertThat(page.locator("#queue-list .row").first()).hasAttribute("data-id", Long.toString(fresh.value()));
        assertThat(page).hasTitle("Queue 6 · Console");
    }

    @Test
    void aConversationTakenAwayLeavesTheDraftAndClosesTheBox() {
        Page page = anaInThread();
        page.locator("#text-reply").fill("never sent");
        console.desk().release(scene.ion, scene.ana.id());
        console.desk().claim(scene.ion, scene.dan.id());
        assertThat(page.locator("#read-only")).containsText("Dan Vasilache has this conversation");
        assertThat(page.getByTestId("form-reply")).isHidden();
        console.desk().release(scene.ion, scene.dan.id());
        assertThat(page.getByTestId("claim")).isVisible();
        page.getByTestId("claim").click();
        assertThat(page.locator("#text-reply")).hasValue("never sent");
    }

    @Test
    void theWindowClosesWhileThePageIsOpen() {
        console.desk().claim(scene.ion, scene.ana.id());
        console.desk().replyUntil(scene.ion, clock.instant().plusSeconds(6));
        Page page = anaInThread();
        page.locator("#text-reply").fill("too slow");
        assertThat(page.getByTestId("window-chip")).hasClass(Pattern.compile("urgent"));
        assertThat(page.getByTestId("composer")).hasAttribute("data-mode", "CLOSED");
        assertThat(page.locator("#text-reply")).isDisabled();
        assertThat(page.locator("#text-reply")).hasValue("too slow");
        console.desk().replyUntil(scene.ion, clock.instant().plusSeconds(7200));
        assertThat(page.getByTestId("composer")).hasAttribute("data-mode", "MINE");
        assertThat(page.locator("#text-reply")).hasValue("too slow");
    }

    @Test
    void resolvingAsksForTheOutcomeAndWarnsOfADraft() {
        Page page = anaInThread();
        page.locator("#text-reply").fill("unsent");
        page.getByTestId("resolve").click();
        assertThat(page.locator("#resolve-dialog .draft-warning")).isVisible();
        page.getByLabel("A case was opened").check();
        page.getByTestId("resolve-confirm").click();
        assertThat(page.locator("#read-only")).containsText("This conversation is resolved");
        assertThat(page.locator(".event").last()).containsText("resolved: CASE_OPENED");
        page.locator("#views a[data-view=resolved]").click();
        assertThat(row(page, scene.ion.value()).locator("a")).hasAttribute("aria-current", CURRENT);
        assertThat(row(page, scene.ion.value()).locator(".chip.draft")).isHidden();
    }

    @Test
    void aHiddenMessageShowsALockAndKindWords() {
        Page page = anaInThread();
        scene.hiddenMessage(scene.ion);
        assertThat(page.getByTestId("redacted")).hasText("Message hidden: password");
        assertThat(page.getByTestId("guard").last()).containsText("the customer was asked to");
    }

    @Test
    void earlierMessagesComeWithoutMovingWhatIsRead() {
        for (int i = 0; i < 80; i++) {
            console.desk().says(scene.ion, DeskMessage.Author.CUSTOMER, "line " + i);
        }
        Page page = anaInThread();
        assertThat(page.locator(".message").last()).isVisible();
        page.locator("#log").evaluate("log => { log.scrollTop = 0; }");
        assertThat(page.getByTestId("msg-1")).isAttached();
        Assertions.assertThat((Number) page.locator("#log").evaluate("log => log.scrollTop"))
                .satisfies(top -> Assertions.assertThat(top.doubleValue()).isGreaterThan(500));
        long seq = console.desk().says(scene.ion, DeskMessage.Author.CUSTOMER, "down there");
        assertThat(page.locator("#jump")).containsText("1 new message");
        page.locator("#jump").click();
        assertThat(page.getByTestId("msg-" + seq)).isInViewport();
    }

    @Test
    void theBackButtonShowsWhatWasBefore() {
        Page page = ana();
        row(page, scene.ion.value()).locator("a").click();
        assertThat(page.locator("#thread-heading")).hasText("Test User");
        page.goBack();
        assertThat(page.locator("#welcome-heading")).isVisible();
    }

    @Test
    void theEmptyQueueSaysSo() {
        Page page = ana();
        page.mouse().move(1000, 500);
        for (int i = 0; i < 5; i++) {
            console.desk().claimNext(scene.dan.id());
        }
        assertThat(page.locator("#list-empty")).containsText("Nobody is waiting.");
    }

    @Test
    void signingOutEndsUpAtTheDoor() {
        Page page = ana();
        page.locator("#me summary").click();
        page.getByTestId("logout").click();
        assertThat(page.locator("h1")).hasText("Sign in");
    }

    @Test
    void aSessionThatEndsElsewhereIsSaidInPlace() {
        Page page = anaInThread();
        page.locator("#text-reply").fill("kept");
        console.agents().endAllSessions();
        assertThat(page.locator("#signed-out")).isVisible();
        assertThat(page.locator("#sign-in-again")).hasAttribute("href", Pattern.compile("next=%2Fconsole%2Fc%2F1"));
        page.navigate(console.link(scene.ana));
        page.navigate(console.base() + "/console/c/" + scene.ion.value());
        assertThat(page.locator("#text-reply")).hasValue("kept");
        browsing.complaints().removeIf(text -> text.contains("401"));
    }

    @Test
    void ofSeveralTabsOneHoldsTheStreamAndAllHear() {
        var person = browsing.person(1200, 800, ColorScheme.LIGHT);
        Page first = person.newPage();
        first.navigate(console.link(scene.ana));
        live(first);
        Page second = person.newPage();
        second.navigate(console.base() + "/console");
        live(second);
        Page third = person.newPage();
        third.navigate(console.base() + "/console");
        live(third);
        Assertions.assertThat(console.openStreams()).isEqualTo(1);
        var fresh = console.desk()
                .queued("New Person", "telegram", Language.EN, Priority.SAFETY, Duration.ofHours(1), "please");
        for (Page page : List.of(first, second, third)) {
            assertThat(row(page, fresh.value())).isAttached();
        }
        first.close();
        var next = console.desk()
                .queued("Next Person", "telegram", Language.EN, Priority.SAFETY, Duration.ofHours(2), "please");
        for (Page page : List.of(second, third)) {
            assertThat(row(page, next.value())).isAttached();
        }
    }

    @Test
    void aCutStreamComesBackAndCatchesUp() {
        Page page = anaInThread();
        page.context().setOffline(true);
        console.cutStreams();
        assertThat(page.getByTestId("status-live")).hasAttribute("data-state", Pattern.compile("reconnecting|limited"));
        long seq = console.desk().says(scene.ion, DeskMessage.Author.CUSTOMER, "said meanwhile");
        page.context().setOffline(false);
        assertThat(page.getByTestId("msg-" + seq)).containsText("said meanwhile");
        live(page);
        browsing.complaints()
                .removeIf(
                        text -> text.contains("ERR_INTERNET_DISCONNECTED") || text.contains("ERR_INCOMPLETE_CHUNKED"));
    }

    @Test
    void onANarrowScreenListAndThreadArePages() {
        console.desk().claim(scene.ion, scene.ana.id());
        Page page = live(browsing.page(console.link(scene.ana), 320, 640, ColorScheme.LIGHT));
        noSidewaysScrolling(page);
        row(page, scene.maria.value()).locator("a").click();
        assertThat(page.getByTestId("thread")).isVisible();
        assertThat(page.getByTestId("queue-list")).isHidden();
        noSidewaysScrolling(page);
        page.locator(".thread-head .back").click();
        assertThat(page.getByTestId("queue-list")).isVisible();
        page.navigate(console.base() + "/console/c/" + scene.ion.value());
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
