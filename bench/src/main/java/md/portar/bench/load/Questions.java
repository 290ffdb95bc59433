package md.portar.bench.load;

import java.util.List;

/** Ordinary messages of players in the three languages; none needs escaping in JSON. */
public final class Questions {
    private static final List<String> ALL = List.of(
            "Bună, cum pot retrage banii de pe cont?",
            "How long does a withdrawal take?",
            "Здравствуйте, как вывести деньги на карту?",
            "Nu îmi vine bonusul, ce să fac?",
            "I forgot my password, what now?",
            "Не могу войти в аккаунт",
            "Cum îmi verific contul? Ce acte trebuie?",
            "Where do I upload my documents?",
            "Какие документы нужны для проверки?",
            "Am depus prin card și banii nu au ajuns",
            "My deposit is not on my balance yet",
            "Пополнил счёт, а денег нет",
            "Care este suma minimă pentru retragere?",
            "What is the minimum deposit?",
            "Какая минимальная ставка?",
            "Vreau să îmi schimb numărul de telefon",
            "Can I change my email address?",
            "Как поменять номер телефона?",
            "Cum folosesc un cod promoțional?",
            "How do I claim the welcome bonus?",
            "Как получить бонус за регистрацию?",
            "Pariul meu nu a fost calculat",
            "Why was my bet voided?",
            "Почему мою ставку рассчитали неправильно?");

    private Questions() {}

    /** Another one for every next message of a player, since a repeated one is not answered for ever. */
    static String of(int user, long turn) {
        return ALL.get((int) ((user * 7L + turn) % ALL.size()));
    }

    /** All of them. */
    public static List<String> all() {
        return ALL;
    }
}
