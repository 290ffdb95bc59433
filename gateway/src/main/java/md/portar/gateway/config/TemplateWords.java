package md.portar.gateway.config;

import java.util.List;
import md.portar.core.channel.MessageTemplate;
import md.portar.core.guard.SecretGuard;
import md.portar.core.guard.UntrustedText;
import md.portar.core.settings.SettingsSection;

/** Looks at templates' own words as the guard will when they are sent: one that it stops could be chosen and never sent. */
final class TemplateWords {
    private TemplateWords() {}

    /** @param account the section of the account that has them */
    static void check(List<MessageTemplate> templates, SettingsSection account) {
        if (templates.isEmpty()) {
            return;
        }
        SecretGuard guard = SecretGuard.standard();
        for (MessageTemplate template : templates) {
            template.bodies().forEach((language, body) -> {
                if (!guard.reviewOutgoing(UntrustedText.of(body.value())).sendable()) {
                    account.section("templates")
                            .section(template.name().value())
                            .section("languages")
                            .section(language.code())
                            .problem(
                                    "body", "holds a secret or asks for one, so that the guard would never let it out");
                }
            });
        }
    }
}
