package md.portar.gateway.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import md.portar.core.message.Language;
import md.portar.core.settings.SettingsSection;

/**
 * Who the operator is. An unset text has no default: players are then sent to the contact page of their account.
 *
 * @param texts the values by placeholder name
 * @param languages the languages the bot answers in
 * @param defaultLanguage the language when nothing is known
 * @param helplineIsFree whether the operator confirms that the help contact is free and confidential
 * @param safetyWithin how soon a person confirms a request about safer play
 */
public record OperatorSettings(
        Map<String, String> texts,
        Set<Language> languages,
        Language defaultLanguage,
        boolean helplineIsFree,
        Optional<Duration> safetyWithin) {
    /** Setting names; each is a placeholder of the same name in camel case. */
    private static final List<String> KEYS = List.of(
            "site",
            "email",
            "phone",
            "chat",
            "contacts",
            "case-example",
            "telegram",
            "whatsapp",
            "messenger",
            "privacy-url",
            "safety-url",
            "safety-email",
            "helpline",
            "emergency");

    public OperatorSettings {
        texts = Map.copyOf(texts);
        languages = Set.copyOf(languages);
    }

    static OperatorSettings read(SettingsSection section) {
        Map<String, String> texts = new TreeMap<>();
        texts.put("operator", section.text("name"));
        for (String key : KEYS) {
            section.optionalText(key).ifPresent(value -> texts.put(camelCase(key), value));
        }
        Set<Language> languages = EnumSet.noneOf(Language.class);
        List<String> unknown = new ArrayList<>();
        for (String tag : section.texts("languages")) {
            Language.fromTag(tag).ifPresentOrElse(languages::add, () -> unknown.add(tag));
        }
        if (!unknown.isEmpty()) {
            section.problem("languages", "expected a list of ro, ru, en");
        }
        if (languages.isEmpty()) {
            languages.addAll(EnumSet.allOf(Language.class));
        }
        Optional<Language> fallback = section.optionalText("default-language").flatMap(Language::fromTag);
        Language first = fallback.orElse(
                languages.contains(Language.RO)
                        ? Language.RO
                        : languages.iterator().next());
        if (!languages.contains(first)) {
            section.problem("default-language", "is not among operator.languages");
        }
        Optional<Duration> within = section.has("safety-within")
                ? Optional.of(section.duration("safety-within", Duration.ZERO))
                : Optional.empty();
        return new OperatorSettings(texts, languages, first, section.flag("helpline-free", false), within);
    }

    private static String camelCase(String key) {
        StringBuilder name = new StringBuilder();
        for (String word : key.split("-")) {
            name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }
}
