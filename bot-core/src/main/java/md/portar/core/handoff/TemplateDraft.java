package md.portar.core.handoff;

import java.util.Map;
import md.portar.core.channel.TemplateName;
import md.portar.core.guard.UntrustedText;
import md.portar.core.message.Language;

/**
 * A template as an agent wants it sent.
 *
 * @param typed what he typed into its fields, by number; fields that fill themselves need nothing, and numbers that the template
 *     does not have are ignored
 */
public record TemplateDraft(TemplateName template, Language language, Map<Integer, UntrustedText> typed) {
    public TemplateDraft {
        typed = Map.copyOf(typed);
    }
}
