package md.portar.gateway.console;

import java.util.List;
import java.util.Map;
import md.portar.core.channel.MessageTemplate;
import md.portar.core.channel.TemplateField;
import md.portar.core.channel.TemplateField.Fill;
import md.portar.core.channel.TemplateName;
import md.portar.core.guard.CatalogueText;
import md.portar.core.message.Language;

/** Templates as an operator might have them. */
public final class SomeTemplates {
    private SomeTemplates() {}

    public static List<MessageTemplate> all() {
        return List.of(
                new MessageTemplate(
                        new TemplateName("are_you_there"),
                        CatalogueText.of("Still there?"),
                        Map.of(Language.RU, CatalogueText.of("Вы ещё здесь?")),
                        List.of()),
                new MessageTemplate(
                        new TemplateName("case_news"),
                        CatalogueText.of("Case news <b>"),
                        Map.of(
                                Language.RO,
                                CatalogueText.of(
                                        "Bună, {{1}}! Noutăți despre cererea {{2}}; scrie {{2}} & {{3}}. {{4}}"),
                                Language.EN,
                                CatalogueText.of("Hello {{1}}, news about {{2}}. {{4}} / {{3}}")),
                        List.of(
                                new TemplateField(Fill.CUSTOMER, CatalogueText.EMPTY, 20),
                                new TemplateField(Fill.TYPED, CatalogueText.of("Case number"), 12),
                                new TemplateField(Fill.AGENT, CatalogueText.EMPTY, 60),
                                new TemplateField(Fill.TYPED, CatalogueText.EMPTY, 60))));
    }
}
