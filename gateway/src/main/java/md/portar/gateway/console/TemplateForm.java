package md.portar.gateway.console;

import io.vertx.core.MultiMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import md.portar.core.channel.TemplateName;
import md.portar.core.guard.UntrustedText;
import md.portar.core.handoff.TemplateDraft;
import md.portar.core.message.Language;

/** What the template chooser sends. */
final class TemplateForm {
    private static final Pattern CHOICE = Pattern.compile("([a-z][a-z0-9_.-]{0,63})/(ro|ru|en)");
    private static final int MOST_FIELDS = 10;

    private TemplateForm() {}

    /** Empty for what the chooser cannot have sent, such as two templates at once. */
    static Optional<TemplateDraft> read(MultiMap form) {
        List<String> choice = form.getAll("template");
        Matcher chosen = CHOICE.matcher(choice.size() == 1 ? choice.get(0) : "");
        if (!chosen.matches()) {
            return Optional.empty();
        }
        Map<Integer, UntrustedText> typed = new HashMap<>();
        for (int number = 1; number <= MOST_FIELDS; number++) {
            List<String> values = form.getAll("field" + number);
            if (values.size() > 1) {
                return Optional.empty();
            }
            if (!values.isEmpty()) {
                typed.put(number, UntrustedText.of(values.get(0).strip()));
            }
        }
        TemplateName name = new TemplateName(Objects.requireNonNull(chosen.group(1)));
        return Language.fromTag(Objects.requireNonNull(chosen.group(2)))
                .map(language -> new TemplateDraft(name, language, typed));
    }
}
