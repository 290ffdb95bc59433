package md.portar.core.faq;

/**
 * Takes endings off a sound key, without asking which language the word is from: the longest ending of a pooled list goes,
 * as long as four letters stay. Crude on purpose; the character n-grams carry what it loses.
 */
final class Stem {
    private static final int SHORTEST_STEM = 4;

    /** By length of the ending, longest first. */
    private static final String[] ENDINGS = {
        // Romanian
        "urilor",
        "urile",
        "ului",
        "ilor",
        "elor",
        "iile",
        "area",
        "erea",
        "irea",
        "eaza",
        "iilor",
        "are",
        "ere",
        "ire",
        "ile",
        "ele",
        "ul",
        "ei",
        "ii",
        "at",
        "ata",
        "ate",
        "ati",
        "it",
        "ita",
        "ite",
        "iti",
        "ut",
        "uta",
        "ez",
        "eze",
        "esc",
        "este",
        "am",
        "em",
        "im",
        "ea",
        // Russian
        "iami",
        "ami",
        "iah",
        "ah",
        "iam",
        "ogo",
        "ego",
        "omu",
        "emu",
        "imi",
        "ih",
        "oi",
        "ei",
        "ov",
        "ev",
        "om",
        "aia",
        "iaia",
        "uiu",
        "oe",
        "ee",
        "ie",
        "ia",
        "iu",
        "il",
        "ila",
        "ili",
        "ilo",
        "al",
        "ala",
        "ali",
        "alo",
        "el",
        "ela",
        "et",
        "iat",
        "aet",
        "aiut",
        "ait",
        "itsia",
        "itsa",
        "aetsia",
        "etsia",
        "utsia",
        "iut",
        "ete",
        "ite",
        "aite",
        "isia",
        "alsia",
        "ilsia",
        "alas",
        "ilas",
        "atsia",
        "atsa",
        "nii",
        "nie",
        "niia",
        "nia",
        "niem",
        "niu",
        // English
        "ing",
        "ings",
        "ed",
        "es",
        "s",
        "er",
        "ers",
        "ly",
        "ion",
        "ions",
        // the last vowel of any of them
        "a",
        "e",
        "i",
        "o",
        "u"
    };

    private Stem() {}

    static String of(String sound) {
        String best = sound;
        for (String ending : ENDINGS) {
            int stay = sound.length() - ending.length();
            if (stay >= SHORTEST_STEM && stay < best.length() && sound.endsWith(ending)) {
                best = sound.substring(0, stay);
            }
        }
        return best;
    }
}
