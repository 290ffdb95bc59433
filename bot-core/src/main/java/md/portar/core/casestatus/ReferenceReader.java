package md.portar.core.casestatus;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads case numbers and account ids out of a message: {@code C-10482 123456}, {@code ID 123456, caz 10482}, {@code счёт
 * 123456}. Digits that nothing explains are kept apart, since only the dialogue knows what was asked. Immutable, thread-safe.
 */
public final class ReferenceReader {
    private static final Pattern TOKEN = Pattern.compile(
            "(?:(?<letters>\\p{L}{1,4})(?<dash>\\s?-\\s?|\\s?))?(?<digits>\\d{3,12})|(?<word>\\p{L}+)|[#№]");

    private static final Set<String> ACCOUNT_WORDS = Set.of(
            "id",
            "cont",
            "contul",
            "contului",
            "account",
            "acc",
            "acct",
            "ид",
            "аиди",
            "счет",
            "счета",
            "аккаунт",
            "аккаунта",
            "акк",
            "логин",
            "schet",
            "akkaunt",
            "player",
            "user");

    private static final Set<String> CASE_WORDS = Set.of(
            "caz",
            "cazul",
            "cazului",
            "solicitare",
            "solicitarea",
            "solicitarii",
            "cerere",
            "cererea",
            "tichet",
            "tichetul",
            "nr",
            "no",
            "numar",
            "numarul",
            "обращение",
            "обращения",
            "заявка",
            "заявки",
            "заявку",
            "тикет",
            "кейс",
            "номер",
            "запрос",
            "case",
            "ticket",
            "request",
            "number",
            "obrashenie",
            "zayavka");

    private final String casePrefix;

    /** @param example what a case number looks like; its letters mark case numbers */
    public ReferenceReader(String example) {
        StringBuilder letters = new StringBuilder();
        for (char c : example.toUpperCase(Locale.ROOT).toCharArray()) {
            if (c >= 'A' && c <= 'Z') {
                letters.append(c);
            } else {
                break;
            }
        }
        this.casePrefix = letters.toString();
    }

    /**
     * What a message names, each as digits with or without letters, in order.
     *
     * @param cases what is certainly a case number, in canonical form
     * @param accounts what is certainly an account id
     * @param unclear bare digits
     */
    public record References(List<String> cases, List<String> accounts, List<String> unclear) {
        public References {
            cases = List.copyOf(cases);
            accounts = List.copyOf(accounts);
            unclear = List.copyOf(unclear);
        }

        public boolean isEmpty() {
            return cases.isEmpty() && accounts.isEmpty() && unclear.isEmpty();
        }
    }

    public References read(String message) {
        List<String> cases = new ArrayList<>();
        List<String> accounts = new ArrayList<>();
        List<String> unclear = new ArrayList<>();
        Matcher tokens = TOKEN.matcher(plain(message));
        String about = "";
        while (tokens.find()) {
            String digits = tokens.group("digits");
            if (digits == null) {
                about = meaning(tokens.group(), about);
                continue;
            }
            String word = tokens.group("letters") == null ? "" : tokens.group("letters");
            String letters = latin(word);
            if (!casePrefix.isEmpty() && letters.equals(casePrefix)) {
                cases.add(casePrefix + "-" + digits);
            } else if (ACCOUNT_WORDS.contains(word) || "account".equals(about)) {
                accounts.add(digits);
            } else if (CASE_WORDS.contains(word) || "case".equals(about)) {
                cases.add(digits);
            } else if (letters.isEmpty() || tokens.group("dash").isBlank()) {
                unclear.add(digits);
            } else {
                cases.add(letters + "-" + digits);
            }
            about = "";
        }
        return new References(cases, accounts, unclear);
    }

    /** The letters that case numbers begin with; may be empty. */
    public String casePrefix() {
        return casePrefix;
    }

    private static String meaning(String word, String before) {
        if (ACCOUNT_WORDS.contains(word)) {
            return "account";
        }
        if (CASE_WORDS.contains(word) || "#".equals(word) || "№".equals(word)) {
            // "nr cont 123456" speaks of the account, whatever the order
            return "account".equals(before) ? before : "case";
        }
        return word.length() <= 3 ? before : "";
    }

    private static String plain(String message) {
        String lower = Normalizer.normalize(message, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(lower, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }

    /** Upper case; Cyrillic letters that look like Latin ones are taken for them. */
    private static String latin(String letters) {
        StringBuilder latin = new StringBuilder();
        for (char c : letters.toUpperCase(Locale.ROOT).toCharArray()) {
            int at = "АВСЕНКМОРТХ".indexOf(c);
            latin.append(at < 0 ? c : "ABCEHKMOPTX".charAt(at));
        }
        return latin.toString();
    }
}
