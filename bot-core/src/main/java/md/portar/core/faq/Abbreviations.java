package md.portar.core.faq;

import java.util.List;
import java.util.Map;

/** Chat shorthand that no stem or n-gram can connect with the word it stands for, in folded spelling. */
final class Abbreviations {
    private static final Map<String, List<String>> LATIN = Map.ofEntries(
            // Romanian
            Map.entry("dc", List.of("de", "ce")),
            Map.entry("pt", List.of("pentru")),
            Map.entry("ptr", List.of("pentru")),
            Map.entry("vb", List.of("vorbesc")),
            Map.entry("cnv", List.of("cineva")),
            Map.entry("cv", List.of("ceva")),
            Map.entry("nush", List.of("nu", "stiu")),
            Map.entry("ms", List.of("multumesc")),
            Map.entry("mersi", List.of("multumesc")),
            Map.entry("tr", List.of("trebuie")),
            Map.entry("bn", List.of("bine")),
            Map.entry("fct", List.of("fac")),
            Map.entry("nr", List.of("numar")),
            // English
            Map.entry("u", List.of("you")),
            Map.entry("ur", List.of("your")),
            Map.entry("r", List.of("are")),
            Map.entry("thx", List.of("thanks")),
            Map.entry("tnx", List.of("thanks")),
            Map.entry("msg", List.of("message")),
            Map.entry("asap", List.of("urgent")),
            Map.entry("gonna", List.of("going", "to")),
            Map.entry("wanna", List.of("want", "to")),
            Map.entry("cant", List.of("can", "not")),
            Map.entry("cannot", List.of("can", "not")),
            Map.entry("dont", List.of("do", "not")),
            Map.entry("doesnt", List.of("does", "not")),
            Map.entry("didnt", List.of("did", "not")),
            Map.entry("isnt", List.of("is", "not")),
            Map.entry("wont", List.of("will", "not")),
            Map.entry("im", List.of("i", "am")),
            Map.entry("ive", List.of("i", "have")),
            Map.entry("whats", List.of("what", "is")),
            Map.entry("wheres", List.of("where", "is")));

    /** Russian, in Latin letters because shorthand is looked up after folding; players type it in either alphabet. */
    private static final Map<String, List<String>> RUSSIAN = Map.ofEntries(
            Map.entry("pzh", List.of("pozhaluysta")),
            Map.entry("plz", List.of("please")),
            Map.entry("pls", List.of("please")),
            Map.entry("spc", List.of("spasibo")),
            Map.entry("sps", List.of("spasibo")),
            Map.entry("cho", List.of("chto")),
            Map.entry("che", List.of("chto")),
            Map.entry("sho", List.of("chto")),
            Map.entry("4to", List.of("chto")),
            Map.entry("shto", List.of("chto")),
            Map.entry("4e", List.of("chto")),
            Map.entry("pochemy", List.of("pochemu")),
            Map.entry("scha", List.of("seychas")),
            Map.entry("zdarova", List.of("zdravstvuyte")));

    private Abbreviations() {}

    /**
     * Adds the word, or the words it stands for, to the list.
     *
     * @param cyrillic whether it was typed in Cyrillic: "у" and "им" fold to what English shorthand looks like, and are not
     */
    static void expand(String word, boolean cyrillic, List<String> words) {
        List<String> longForm = RUSSIAN.get(word);
        if (longForm == null && !cyrillic) {
            longForm = LATIN.get(word);
        }
        if (longForm == null) {
            words.add(word);
        } else {
            words.addAll(longForm);
        }
    }
}
