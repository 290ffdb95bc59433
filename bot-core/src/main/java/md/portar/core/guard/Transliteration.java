package md.portar.core.guard;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The ways people type a Cyrillic word on a Latin keyboard. */
final class Transliteration {
    private static final Map<Character, List<String>> LETTERS = Map.ofEntries(
            Map.entry('а', List.of("a")),
            Map.entry('б', List.of("b")),
            Map.entry('в', List.of("v", "w")),
            Map.entry('г', List.of("g")),
            Map.entry('ґ', List.of("g")),
            Map.entry('д', List.of("d")),
            Map.entry('е', List.of("e")),
            Map.entry('є', List.of("ye", "ie")),
            Map.entry('ж', List.of("zh", "j")),
            Map.entry('з', List.of("z")),
            Map.entry('и', List.of("i")),
            Map.entry('і', List.of("i")),
            Map.entry('й', List.of("y", "i", "j")),
            Map.entry('к', List.of("k", "c")),
            Map.entry('л', List.of("l")),
            Map.entry('м', List.of("m")),
            Map.entry('н', List.of("n")),
            Map.entry('о', List.of("o")),
            Map.entry('п', List.of("p")),
            Map.entry('р', List.of("r")),
            Map.entry('с', List.of("s")),
            Map.entry('т', List.of("t")),
            Map.entry('у', List.of("u")),
            Map.entry('ф', List.of("f")),
            Map.entry('х', List.of("h", "kh", "x")),
            Map.entry('ц', List.of("c", "ts")),
            Map.entry('ч', List.of("ch", "4")),
            Map.entry('ш', List.of("sh", "w")),
            Map.entry('щ', List.of("sch", "sh", "shch", "shh", "w")),
            Map.entry('ъ', List.of("")),
            Map.entry('ы', List.of("y", "i")),
            Map.entry('ь', List.of("", "j")),
            Map.entry('э', List.of("e")),
            Map.entry('ю', List.of("yu", "u", "iu", "ju")),
            Map.entry('я', List.of("ya", "ia", "a", "ja", "q")));

    private Transliteration() {}

    /** The way with "j" throughout: "novyj", "menjal". */
    private static String inJ(String cyrillic) {
        StringBuilder spelling = new StringBuilder();
        for (int i = 0; i < cyrillic.length(); i++) {
            char letter = cyrillic.charAt(i);
            spelling.append(
                    switch (letter) {
                        case 'й' -> "j";
                        case 'ю' -> "ju";
                        case 'я' -> "ja";
                        case 'ь', 'ъ' -> "";
                        default ->
                            LETTERS.getOrDefault(letter, List.of(Character.toString(letter)))
                                    .get(0);
                    });
        }
        return spelling.toString();
    }

    /** The spellings, the usual first, and one more. */
    static Set<String> of(String cyrillic, int most) {
        List<String> spellings = List.of("");
        for (int i = 0; i < cyrillic.length(); i++) {
            char letter = cyrillic.charAt(i);
            List<String> options = LETTERS.getOrDefault(letter, List.of(Character.toString(letter)));
            List<String> longer = new ArrayList<>();
            for (String option : options) {
                for (String start : spellings) {
                    if (longer.size() < most) {
                        longer.add(start + option);
                    }
                }
            }
            spellings = longer;
        }
        Set<String> found = new LinkedHashSet<>(spellings);
        found.add(inJ(cyrillic));
        return found;
    }
}
