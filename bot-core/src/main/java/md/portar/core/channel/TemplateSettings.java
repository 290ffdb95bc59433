package md.portar.core.channel;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import md.portar.core.guard.CatalogueText;
import md.portar.core.message.Language;
import md.portar.core.settings.SettingsSection;

/**
 * Reads an account's approved templates, each a section under its name. Every mistake is told with its key; what comes back with
 * mistakes is not to be used.
 */
public final class TemplateSettings {
    private static final Pattern PLACE = Pattern.compile("\\{\\{([1-9][0-9]?)}}");
    private static final int MOST_FIELDS = 10;
    private static final int MOST_PER_FIELD = 200;
    private static final int USUAL_PER_FIELD = 60;
    private static final int LONGEST_LABEL = 60;

    private final SettingsSection section;
    private final Platform platform;
    private final Map<String, String> keyOfId = new HashMap<>();
    private final Map<String, String> nameOfTitle = new HashMap<>();

    private TemplateSettings(SettingsSection section, Platform platform) {
        this.section = section;
        this.platform = platform;
    }

    /**
     * What a platform asks of templates.
     *
     * @param idKey the key of its id
     * @param idForm the id's grammar
     * @param idWords the grammar in words
     * @param longest most UTF-16 units of the words with their gaps filled
     */
    public record Platform(String idKey, Pattern idForm, String idWords, int longest) {}

    /**
     * One template as configured.
     *
     * @param ids the platform's id of the template in each language
     */
    public record Configured(MessageTemplate template, Map<Language, String> ids) {
        public Configured {
            ids = Map.copyOf(ids);
        }
    }

    /** All templates in the order written. */
    public static List<Configured> read(SettingsSection section, Platform platform) {
        return new TemplateSettings(section, platform).all();
    }

    private List<Configured> all() {
        List<Configured> all = new ArrayList<>();
        for (String name : section.keys()) {
            Optional<TemplateName> known = name(name);
            if (known.isPresent()) {
                all.add(template(known.get(), section.section(name)));
            } else {
                section.problem(name, "a template is named with lower-case letters, digits and . _ -, 64 at most");
                section.optionalText(name);
            }
        }
        return all;
    }

    private static Optional<TemplateName> name(String name) {
        try {
            return Optional.of(new TemplateName(name));
        } catch (IllegalArgumentException notAName) {
            return Optional.empty();
        }
    }

    private Configured template(TemplateName name, SettingsSection one) {
        String title = one.text("title", name.value());
        String other = nameOfTitle.putIfAbsent(title.toLowerCase(Locale.ROOT), name.value());
        if (other != null) {
            one.problem("title", "agents could not tell it from " + other + ", which has the same title");
        }
        if (title.length() > LONGEST_LABEL) {
            one.problem("title", "has more than " + LONGEST_LABEL + " characters");
        }
        List<TemplateField> fields = fields(one.section("variables"));
        Map<Language, CatalogueText> bodies = new EnumMap<>(Language.class);
        Map<Language, String> ids = new EnumMap<>(Language.class);
        SettingsSection languages = one.section("languages");
        for (String tag : languages.keys()) {
            Optional<Language> language = language(tag);
            if (language.isEmpty()) {
                languages.problem(tag, "is not a language of ours: expected ro, ru or en");
                languages.optionalText(tag);
                continue;
            }
            SettingsSection words = languages.section(tag);
            ids.put(language.get(), id(words));
            bodies.put(language.get(), CatalogueText.of(body(words, fields)));
        }
        if (languages.keys().isEmpty()) {
            one.problem("languages", "at least one language is needed, such as languages.ro");
        }
        return new Configured(new MessageTemplate(name, CatalogueText.of(title), bodies, fields), ids);
    }

    private static Optional<Language> language(String tag) {
        return Language.fromTag(tag).filter(language -> language.code().equals(tag));
    }

    private String id(SettingsSection words) {
        String key = platform.idKey();
        String id = words.text(key);
        if (!words.has(key)) {
            return id;
        }
        if (!platform.idForm().matcher(id).matches()) {
            words.problem(key, "expected " + platform.idWords());
            return id;
        }
        String place = words.path() + "." + key;
        String before = keyOfId.putIfAbsent(id, place);
        if (before != null) {
            words.problem(key, "is the same id as in " + before);
        }
        return id;
    }

    private List<TemplateField> fields(SettingsSection variables) {
        List<TemplateField> fields = new ArrayList<>();
        int number = variables.keys().size();
        if (number > MOST_FIELDS) {
            variables.problem("*", "a template has at most " + MOST_FIELDS + " variables, there are " + number);
        }
        for (int i = 1; i <= number; i++) {
            String key = Integer.toString(i);
            if (!variables.keys().contains(key)) {
                variables.problem(key, "is missing: variables are numbered 1, 2, 3… without a gap");
            }
            fields.add(field(variables.section(key)));
        }
        for (String key : variables.keys()) {
            if (!isNumber(key, number)) {
                variables.problem(key, "is not a variable's number: expected 1 to " + number);
                variables.optionalText(key);
            }
        }
        return fields;
    }

    private static boolean isNumber(String key, int most) {
        return key.matches("[1-9][0-9]?") && Integer.parseInt(key) <= most;
    }

    private static TemplateField field(SettingsSection variable) {
        TemplateField.Fill fill = variable.choice("fill", TemplateField.Fill.class, TemplateField.Fill.TYPED);
        String label = variable.text("label", "");
        if (label.length() > LONGEST_LABEL) {
            variable.problem("label", "has more than " + LONGEST_LABEL + " characters");
        }
        int longest = variable.number("longest", USUAL_PER_FIELD, 1, MOST_PER_FIELD);
        return new TemplateField(fill, CatalogueText.of(label), longest);
    }

    private String body(SettingsSection words, List<TemplateField> fields) {
        String body = words.text("body");
        if (!words.has("body")) {
            return body;
        }
        TreeSet<Integer> used = new TreeSet<>();
        Matcher places = PLACE.matcher(body);
        while (places.find()) {
            used.add(Integer.valueOf(Objects.requireNonNull(places.group(1))));
        }
        if (places.replaceAll("").contains("{{")) {
            words.problem("body", "has a place that is no number: expected {{1}}, {{2}} and so on");
        }
        for (int number = 1; number <= fields.size(); number++) {
            if (!used.remove(number)) {
                words.problem("body", "lacks {{" + number + "}}, which is among the variables");
            }
        }
        for (int number : used) {
            words.problem("body", "has {{" + number + "}}, which is not among the variables");
        }
        int longest = places.replaceAll("").length()
                + fields.stream().mapToInt(TemplateField::longest).sum();
        if (longest > platform.longest()) {
            words.problem(
                    "body",
                    "has up to " + longest + " characters with its variables, more than the " + platform.longest()
                            + " of a message");
        }
        return body;
    }
}
