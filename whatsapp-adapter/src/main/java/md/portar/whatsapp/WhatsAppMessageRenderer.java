package md.portar.whatsapp;

import java.util.List;
import md.portar.core.channel.Choice;
import md.portar.core.channel.OutboundAction;

/** Knows what fits into a WhatsApp message. Limits are Twilio's (Content Types and Messages reference, read 2026-11-22). */
final class WhatsAppMessageRenderer {
    static final int MAX_TEXT = 1_600;
    static final int MAX_TEXT_WITH_CHOICES = 1_024;
    static final int MAX_CHOICES = 10;
    static final int MAX_BUTTONS = 3;
    static final int MAX_BUTTON = 20;
    static final int MAX_LIST_ITEM = 24;
    static final int MAX_LIST_DESCRIPTION = 72;

    private WhatsAppMessageRenderer() {}

    static boolean fits(OutboundAction.SendMessage action) {
        String text = action.text().value();
        return !text.isBlank() && text.length() <= MAX_TEXT && action.choices().size() <= MAX_CHOICES;
    }

    /** Whether the choices can be buttons or a list; otherwise they are written as numbered lines. */
    static boolean fitsTemplate(OutboundAction.SendMessage action) {
        int longest = action.choices().size() <= MAX_BUTTONS ? MAX_BUTTON : MAX_LIST_ITEM;
        return action.text().value().length() <= MAX_TEXT_WITH_CHOICES
                && action.choices().stream()
                        .allMatch(choice -> choice.label().value().length() <= longest);
    }

    /** The text with a numbered line for each choice. */
    static String numbered(String text, List<Choice> choices) {
        StringBuilder lines = new StringBuilder(text).append('\n');
        for (int i = 0; i < choices.size(); i++) {
            lines.append('\n')
                    .append(i + 1)
                    .append(" — ")
                    .append(choices.get(i).label().value());
        }
        return lines.toString();
    }
}
