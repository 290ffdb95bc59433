package md.portar.gateway.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import md.portar.core.channel.MessageTemplate;
import md.portar.core.channel.TemplateField;
import md.portar.core.guard.CatalogueText;
import md.portar.core.guard.SafeText;
import md.portar.core.handoff.DeskRow;
import md.portar.core.message.Language;
import md.portar.gateway.console.view.TemplateView;
import md.portar.gateway.console.view.TemplateView.Field;
import md.portar.gateway.console.view.TemplateView.Piece;
import md.portar.gateway.console.view.Words;

/** Templates as one agent can send them to one customer: first those in the customer's language. */
final class TemplatePictures {
    private static final Pattern PLACE = Pattern.compile("\\{\\{([1-9][0-9]?)}}");

    private TemplatePictures() {}

    static List<TemplateView> of(List<MessageTemplate> templates, DeskRow row, SafeText agent, Words words) {
        List<TemplateView> own = new ArrayList<>();
        List<TemplateView> others = new ArrayList<>();
        for (MessageTemplate template : templates) {
            Map<Integer, SafeText> known = template.known(row.customer(), agent);
            template.bodies().forEach((language, body) -> {
                TemplateView view = view(template, language, body, known, words);
                (language == row.language() ? own : others).add(view);
            });
        }
        own.addAll(others);
        return own;
    }

    private static TemplateView view(
            MessageTemplate template,
            Language language,
            CatalogueText body,
            Map<Integer, SafeText> known,
            Words words) {
        return new TemplateView(
                template.name().value() + "/" + language.code(),
                template.title().value(),
                language,
                pieces(template, body.value(), known, words),
                template.numbers().stream()
                        .filter(number -> !known.containsKey(number))
                        .map(number -> field(template, number, words))
                        .toList());
    }

    private static Field field(MessageTemplate template, int number, Words words) {
        TemplateField field = template.fields().get(number - 1);
        String label = field.label().value();
        if (label.isEmpty()) {
            label = field.fill() == TemplateField.Fill.TYPED
                    ? words.get("template.field", Integer.toString(number))
                    : words.of("template.fill", field.fill());
        }
        return new Field(number, label, field.longest());
    }

    private static List<Piece> pieces(
            MessageTemplate template, String body, Map<Integer, SafeText> known, Words words) {
        List<Piece> pieces = new ArrayList<>();
        Matcher place = PLACE.matcher(body);
        int from = 0;
        while (place.find()) {
            if (place.start() > from) {
                pieces.add(new Piece(body.substring(from, place.start()), 0));
            }
            int number = Integer.parseInt(Objects.requireNonNull(place.group(1)));
            pieces.add(Optional.ofNullable(known.get(number))
                    .map(value -> new Piece(value.value(), 0))
                    .orElseGet(() -> new Piece(field(template, number, words).label(), number)));
            from = place.end();
        }
        if (from < body.length()) {
            pieces.add(new Piece(body.substring(from), 0));
        }
        return pieces;
    }
}
