package md.portar.core.guard;

/** Letters of two alphabets that look alike; applied to one word at a time, never to a whole text. */
final class Confusables {
    private static final char[] TO_LATIN =
            table("аa вb еe іi нh кk мm оo рp сc тt уy хx ѕs јj ԁd ԛq ԝw ѵv һh ьb гr пn иu");
    private static final char[] TO_CYRILLIC = table("іи їи aа bв cс eе hн iи kк mм nп oо pр rг tт uи xх yу");

    private static final char[] DRAWN = table("aа bв cс dд eе gд hн kк mм nп oо pр rг tт uи wш xх yу 3з 4ч 6б 0о");
    private static final char[] BY_SOUND =
            table("aа bб cц dд eе fф gг hх iи jй kк lл mм nн oо pп rр sс tт uу vв yы zз");

    private Confusables() {}

    private static char[] table(String pairs) {
        char[] table = new char[0x530];
        for (String pair : pairs.split(" ")) {
            table[pair.charAt(0)] = pair.charAt(1);
        }
        return table;
    }

    static char[] toLatin(char[] from, int start, int end) {
        return map(TO_LATIN, from, start, end);
    }

    static char[] toCyrillic(char[] from, int start, int end) {
        return map(TO_CYRILLIC, from, start, end);
    }

    /** Latin letters between Cyrillic ones that stand for a sound, not for a shape. */
    static char[] toCyrillicBySound(char[] from, int start, int end) {
        return map(BY_SOUND, from, start, end);
    }

    /** Cyrillic letters drawn with Latin ones: "n" for "п", "JI" for "л", "w" for "ш". */
    static char[] drawn(char[] from, int start, int end) {
        StringBuilder drawn = new StringBuilder();
        for (int i = start; i < end; i++) {
            boolean pair = i + 1 < end;
            if (pair && from[i] == 'j' && (from[i + 1] == 'i' || from[i + 1] == 'l')) {
                drawn.append('л');
                i++;
            } else if (pair && from[i] == 'b' && (from[i + 1] == 'i' || from[i + 1] == 'l')) {
                drawn.append('ы');
                i++;
            } else {
                char c = from[i];
                drawn.append(c < DRAWN.length && DRAWN[c] != 0 ? DRAWN[c] : c);
            }
        }
        return drawn.toString().toCharArray();
    }

    private static char[] map(char[] table, char[] from, int start, int end) {
        char[] mapped = new char[end - start];
        for (int i = start; i < end; i++) {
            char c = from[i];
            mapped[i - start] = c < table.length && table[c] != 0 ? table[c] : c;
        }
        return mapped;
    }
}
