package md.portar.core.handoff;

import java.util.Set;
import md.portar.core.conversation.AgentId;
import md.portar.core.guard.SafeText;
import md.portar.core.message.Language;

/**
 * A person who works at the desk.
 *
 * @param publicName what players see
 * @param languages the languages he answers in
 * @param interfaceLanguage the language of the console's pages
 */
public record Agent(
        AgentId id,
        SafeText publicName,
        AgentRole role,
        Set<Language> languages,
        Language interfaceLanguage,
        boolean disabled) {
    public Agent {
        languages = Set.copyOf(languages);
    }
}
