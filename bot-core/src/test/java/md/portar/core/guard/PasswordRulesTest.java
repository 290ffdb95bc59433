package md.portar.core.guard;

import static md.portar.core.guard.Guards.assertFinds;
import static md.portar.core.guard.Guards.assertKept;
import static md.portar.core.guard.Guards.assertPasses;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordRulesTest {
    @Test
    void keywordIsValue() {
        assertKept("parola mea e florin22 ce fac", "parola mea e ⟦PASSWORD⟧ ce fac");
        assertKept("пароль солнышко, не пускает", "пароль ⟦PASSWORD⟧, не пускает");
        assertKept("my password is Harbour#7.", "my password is ⟦PASSWORD⟧.");
        assertKept("pass: brinza_de_oi", "pass: ⟦PASSWORD⟧");
    }

    @Test
    void dictionaryWordsCount() {
        assertFinds(
                SecretKind.PASSWORD, "parola e soarele", "password: freedom", "мой пароль ромашка", "moi parol zvezda");
    }

    @Test
    void whatIsSaidOfAPasswordPasses() {
        assertPasses(
                "parola e gresita",
                "parola nu merge",
                "parola a fost schimbata",
                "my password is not working",
                "my password is wrong",
                "пароль не подходит",
                "пароль неверный",
                "password is still not accepted",
                "parola are 12 caractere",
                "пароль у меня сложный",
                "password must have at least 8 characters",
                "parola mea e ********");
    }

    @Test
    void valueComesFirst() {
        assertKept("luceafar7 asta e parola mea", "⟦PASSWORD⟧ asta e parola mea");
        assertKept("can i put Goblinbeard as password", "can i put ⟦PASSWORD⟧ as password");
    }

    @Test
    void changesQuotesLoginsAndEnumerations() {
        assertKept("schimbati mi parola in Toamna2031!", "schimbati mi parola in ⟦PASSWORD⟧!");
        assertKept("am scris 'portocala' la parola", "am scris '⟦PASSWORD⟧' la parola");
        assertKept("login ion_t pass ghinda77", "login ion_t pass ⟦PASSWORD⟧");
        assertKept("test@example.com / vultur_2009", "test@example.com / ⟦PASSWORD⟧");
        assertThat(Guards.screen("tried Falcon1, Falcon2, Falcon3 as password").findings())
                .hasSize(3);
    }

    @Test
    void aReferenceBesideDoesNotSaveTheValue() {
        assertKept("ticket 483920: parola mea florin22", "ticket 483920: parola mea ⟦PASSWORD⟧");
    }

    @Test
    void disguisedKeywordsAndTypos() {
        assertFinds(
                SecretKind.PASSWORD,
                "p a r o l a mea e barza61",
                "p@rola e gheorghe_54",
                "pаrola e vrabie64",
                "pasword blizzard78",
                "пароьл gnomik12",
                "пapoль мой vorobey64",
                "ｐａｒｏｌａ e motan55",
                "pa\u200brola e calut88");
    }

    @Test
    void wordsWithoutSureBordersWithholdTheWholeText() {
        Screening screening = Guards.screen("password is three cats sleeping on oven");

        assertThat(screening.whole()).isTrue();
        assertThat(screening.text().value()).isEqualTo("⟦PASSWORD⟧");
    }

    @Test
    void seedPhrasesAreWithheld() {
        assertThat(Guards.screen(
                                "seed phrase: 1 legal 2 winner 3 thank 4 year 5 wave 6 sausage 7 worth 8 useful 9 legal 10 winner")
                        .whole())
                .isTrue();
        assertPasses("i lost my seed phrase and cannot restore the wallet, what do i do");
    }

    @Test
    void whatWasTypedAndRefusedIsAPassword() {
        assertFinds(
                SecretKind.PASSWORD,
                "incerc de 3 ori cu bubulina si zice parola gresita",
                "i typed bluebird but password was rejected",
                "my wife always uses Lavender&Mint4, you tell incorrect",
                "точно помню что было Ромашка7, почему пишет неверно");
        assertPasses("am introdus tot, dar imi zice parola gresita", "ввожу, а пишет неверный пароль");
    }

    @Test
    void pairsNeedNoKeyword() {
        assertFinds(
                SecretKind.PASSWORD,
                "danutz85 / soare22x",
                "login danutz85 pass soare",
                "login ion.test/veverita",
                "логин и пароль: вася солнышко");
        assertPasses("login danutz85, am uitat parola", "user sau parola gresite");
    }

    @Test
    void aDescriptionMayLeadToTheValue() {
        assertFinds(
                SecretKind.PASSWORD,
                "the pass is my dog's name, Rex",
                "parola se scrie cu litere mari: URSULET",
                "пароль с большой буквы Барсик",
                "password not kitten but kittens",
                "used to be bluebird, the password");
        assertPasses("parola e gresita, Andrei", "напишите пароль большими буквами просит");
    }

    @Test
    void theNameOfAnAccountIsNoPassword() {
        assertPasses(
                "va rog resetati-mi parola pentru contul danutz85",
                "пароль пользователя tiger88 не подходит",
                "account tiger88 hacked, password changed");
    }

    @Test
    void whatIsToldOfItsWritingComesFirst() {
        assertFinds(
                SecretKind.PASSWORD,
                "my password is capital k kettle five five",
                "parola este cu litera mare Castor doi doi",
                "пароль такой: с большой буквы барсук семь семь");
        assertPasses("the password is capital letters and two digits", "пароль был с большой буквы и две цифры");
    }

    @Test
    void whatSomebodyLogsInWithAndIsRefusedIsAPassword() {
        assertFinds(
                SecretKind.PASSWORD,
                "I log in with \"Three.Bears\" and it says wrong password",
                "авторизуюсь под Скворечник, и ошибка: пароль неверный",
                "ma autentific cu Privighetoare, si raspunde parola incorecta");
        assertPasses(
                "ma autentific cu amprenta, si raspunde parola incorecta",
                "захожу через браузер, пишет неверный пароль");
    }
}
