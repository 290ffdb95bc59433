package md.portar.gateway.console.view;

import java.util.Locale;
import md.portar.core.message.Language;

/** Which form of a noun follows a whole number. */
enum PluralForm {
    ONE,
    FEW,
    MANY,
    OTHER;

    String suffix() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Romanian: 1 / 0, 2–19, 101–119 / the rest with "de". Russian: 1, 21 / 2–4, 22 / the rest. English: 1 / the rest. */
    static PluralForm of(Language language, long number) {
        long n = Math.abs(number);
        return switch (language) {
            case EN -> n == 1 ? ONE : OTHER;
            case RO -> {
                if (n == 1) {
                    yield ONE;
                }
                yield n == 0 || (n % 100 >= 1 && n % 100 <= 19) ? FEW : OTHER;
            }
            case RU -> {
                if (n % 10 == 1 && n % 100 != 11) {
                    yield ONE;
                }
                yield n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14) ? FEW : MANY;
            }
        };
    }
}
