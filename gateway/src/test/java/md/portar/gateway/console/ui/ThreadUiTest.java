package md.portar.gateway.console.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Set;
import java.util.regex.Pattern;
import md.portar.core.guard.SecretKind;
import md.portar.core.handoff.DeskMessage;
import md.portar.core.handoff.SendResult;
import md.portar.gateway.console.SomeTemplates;
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
class ThreadUiTest {
    private static final Pattern CURRENT = Pattern.compile("true");

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
    void aMessageAppearsInTheOpenThread() {
        Page page = stage.anaInThread();
        long seq = stage.console().desk().says(stage.scene().ion, DeskMessage.Author.CUSTOMER, "Bună, sunteți aici?");
        assertThat(page.getByTestId("msg-" + seq)).containsText("Bună, sunteți aici?");
        assertThat(page.locator("#announce")).containsText("Test User: Bună, sunteți aici?");
    }

    @Test
    void aReplyIsSentByKeyboardAndShownOnce() {
        Page page = stage.anaInThread();
        page.locator("#text-reply").fill("Verific acum.");
        page.locator("#text-reply").press("Control+Enter");
        assertThat(page.locator(".message.agent .text")).hasText("Verific acum.");
        assertThat(page.locator("#text-reply")).hasValue("");
        assertThat(page.locator("#text-reply")).isFocused();
        Assertions.assertThat(stage.console().desk().sentToPlayers()).containsExactly("Verific acum.");
        stage.console().desk().says(stage.scene().ion, DeskMessage.Author.CUSTOMER, "ok");
        assertThat(page.locator(".message.customer").last()).containsText("ok");
        assertThat(page.locator(".message.agent")).hasCount(1);
    }

    @Test
    void aDraftSurvivesReloadAndSwitching() {
        Page page = stage.anaInThread();
        page.locator("#text-reply").fill("Un răspuns pe jumătate");
        page.getByTestId("tab-note").click();
        page.locator("#text-note").fill("o notă");
        page.reload();
        Stage.live(page);
        assertThat(page.locator("#text-reply")).hasValue("Un răspuns pe jumătate");
        page.locator("#views a[data-view=queue]").click();
        Stage.row(page, stage.scene().maria.value()).locator("a").click();
        assertThat(page.locator("#thread-heading")).hasText("Мария Т.");
        assertThat(page.locator("#text-note")).hasValue("");
        page.locator("#views a[data-view=mine]").click();
        assertThat(Stage.row(page, stage.scene().ion.value()).locator(".chip.draft"))
                .isVisible();
        Stage.row(page, stage.scene().ion.value()).locator("a").click();
        assertThat(page.locator("#text-reply")).hasValue("Un răspuns pe jumătate");
        page.getByTestId("tab-note").click();
        assertThat(page.locator("#text-note")).hasValue("o notă");
    }

    @Test
    void replyAndNoteCannotBeConfused() {
        Page page = stage.anaInThread();
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
        Assertions.assertThat(stage.console().desk().sentToPlayers()).isEmpty();
    }

    @Test
    void aRefusedReplyStaysWithItsReason() {
        Page page = stage.anaInThread();
        stage.console().desk().refuse(SendResult.Reason.ASKS_FOR_SECRET, Set.of(SecretKind.PASSWORD));
        page.locator("#text-reply").fill("Trimite-mi parola");
        page.getByTestId("send").click();
        assertThat(page.getByTestId("refusal")).containsText("We never ask customers for this: password.");
        assertThat(page.locator("#text-reply")).hasValue("Trimite-mi parola");
        stage.console().desk().accept();
        page.locator("#text-reply").fill("Nu ne trimite parola");
        assertThat(page.getByTestId("refusal")).isEmpty();
        page.getByTestId("send").click();
        assertThat(page.locator(".message.agent .text")).hasText("Nu ne trimite parola");
        stage.expect(text -> text.contains("422"));
    }

    @Test
    void aConversationTakenAwayLeavesTheDraftAndClosesTheBox() {
        Page page = stage.anaInThread();
        page.locator("#text-reply").fill("never sent");
        stage.console().desk().release(stage.scene().ion, stage.scene().ana.id());
        stage.console().desk().claim(stage.scene().ion, stage.scene().dan.id());
        assertThat(page.locator("#read-only")).containsText("Dan Vasilache has this conversation");
        assertThat(page.getByTestId("form-reply")).isHidden();
        stage.console().desk().release(stage.scene().ion, stage.scene().dan.id());
        assertThat(page.getByTestId("claim")).isVisible();
        page.getByTestId("claim").click();
        assertThat(page.locator("#text-reply")).hasValue("never sent");
    }

    @Test
    void theWindowClosesWhileThePageIsOpen() {
        stage.console().desk().claim(stage.scene().ion, stage.scene().ana.id());
        stage.console()
                .desk()
                .replyUntil(stage.scene().ion, stage.clock().instant().plusSeconds(6));
        Page page = stage.anaInThread();
        page.locator("#text-reply").fill("too slow");
        assertThat(page.getByTestId("window-chip")).hasClass(Pattern.compile("urgent"));
        assertThat(page.getByTestId("composer")).hasAttribute("data-mode", "CLOSED");
        assertThat(page.locator("#text-reply")).isDisabled();
        assertThat(page.locator("#text-reply")).hasValue("too slow");
        stage.console()
                .desk()
                .replyUntil(stage.scene().ion, stage.clock().instant().plusSeconds(7200));
        assertThat(page.getByTestId("composer")).hasAttribute("data-mode", "MINE");
        assertThat(page.locator("#text-reply")).hasValue("too slow");
    }

    @Test
    void aTemplateIsChosenFilledAndSentByKeyboardAfterTheWindow() {
        stage.console().desk().templates(stage.scene().ion, SomeTemplates.all());
        Page page = stage.anaInThread();
        page.locator("#text-reply").fill("half an answer");
        stage.console().desk().replyUntil(stage.scene().ion, stage.clock().instant());
        assertThat(page.getByTestId("form-template")).isVisible();
        page.locator("#template-choice").selectOption("are_you_there/ru");
        assertThat(page.locator("input[data-gap]:visible")).hasCount(0);
        page.locator("#template-choice").selectOption("case_news/ro");
        page.locator("#template-choice").press("Tab");
        assertThat(page.getByLabel("Case number").first()).isFocused();
        page.keyboard().type("C-1");
        assertThat(page.getByTestId("template-preview").first())
                .hasText("Bună, Test User! Noutăți despre cererea C-1; scrie C-1 & Ana P.. Field 4");
        page.keyboard().press("Enter");
        Assertions.assertThat(stage.console().desk().sentToPlayers())
                .as("a stray Enter only goes on")
                .isEmpty();
        page.keyboard().press("Control+Enter");
        assertThat(page.getByLabel("Field 4").first()).isFocused();
        page.keyboard().type("Vă răspundem azi.");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator(".message.agent .text")).hasText("case_news/ro 2=C-1 4=Vă răspundem azi.");
        assertThat(page.locator("#template-choice")).isFocused();
        assertThat(page.getByLabel("Case number").first()).hasValue("");
        Assertions.assertThat(stage.console().desk().sentToPlayers()).hasSize(1);
        stage.console()
                .desk()
                .replyUntil(stage.scene().ion, stage.clock().instant().plusSeconds(7200));
        assertThat(page.locator("#text-reply")).hasValue("half an answer");
    }

    @Test
    void resolvingAsksForTheOutcomeAndWarnsOfADraft() {
        Page page = stage.anaInThread();
        page.locator("#text-reply").fill("unsent");
        page.getByTestId("resolve").click();
        assertThat(page.locator("#resolve-dialog .draft-warning")).isVisible();
        page.getByLabel("A case was opened").check();
        page.getByTestId("resolve-confirm").click();
        assertThat(page.locator("#read-only")).containsText("This conversation is resolved");
        assertThat(page.locator(".event").last()).containsText("resolved: CASE_OPENED");
        page.locator("#views a[data-view=resolved]").click();
        assertThat(Stage.row(page, stage.scene().ion.value()).locator("a")).hasAttribute("aria-current", CURRENT);
        assertThat(Stage.row(page, stage.scene().ion.value()).locator(".chip.draft"))
                .isHidden();
    }

    @Test
    void aHiddenMessageShowsALockAndKindWords() {
        Page page = stage.anaInThread();
        stage.scene().hiddenMessage(stage.scene().ion);
        assertThat(page.getByTestId("redacted")).hasText("Message hidden: password");
        assertThat(page.getByTestId("guard").last()).containsText("the customer was asked to");
    }

    @Test
    void earlierMessagesComeWithoutMovingWhatIsRead() {
        for (int i = 0; i < 80; i++) {
            stage.console().desk().says(stage.scene().ion, DeskMessage.Author.CUSTOMER, "line " + i);
        }
        Page page = stage.anaInThread();
        assertThat(page.locator(".message").last()).isVisible();
        page.locator("#log").evaluate("log => { log.scrollTop = 0; }");
        assertThat(page.getByTestId("msg-1")).isAttached();
        Assertions.assertThat((Number) page.locator("#log").evaluate("log => log.scrollTop"))
                .satisfies(top -> Assertions.assertThat(top.doubleValue()).isGreaterThan(500));
        long seq = stage.console().desk().says(stage.scene().ion, DeskMessage.Author.CUSTOMER, "down there");
        assertThat(page.locator("#jump")).containsText("1 new message");
        page.locator("#jump").click();
        assertThat(page.getByTestId("msg-" + seq)).isInViewport();
    }
}
