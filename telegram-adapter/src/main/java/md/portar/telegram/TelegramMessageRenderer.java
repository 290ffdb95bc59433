package md.portar.telegram;

import java.util.ArrayList;
import java.util.List;
import md.portar.core.channel.Choice;
import md.portar.core.channel.OutboundAction;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/**
 * Renders a message as plain text with an inline keyboard. Plain, because then no character of an answer or of a quoted word
 * can be taken for markup, and Telegram never refuses it for that.
 */
final class TelegramMessageRenderer {
    /** https://core.telegram.org/bots/api#sendmessage */
    static final int MAX_TEXT = 4096;
    /** Telegram takes about a hundred buttons; nobody reads more than these. */
    static final int MAX_CHOICES = 50;
    /** Longer labels are cut off on a phone. */
    static final int MAX_LABEL = 64;

    private static final int TINY_LABEL = 3;
    private static final int TINY_PER_ROW = 5;
    private static final int SHORT_LABEL = 18;
    private static final int SHORT_PER_ROW = 2;

    private TelegramMessageRenderer() {}

    /** Whether the message is within Telegram's limits. */
    static boolean fits(OutboundAction.SendMessage message) {
        String text = message.text().value();
        return !text.isBlank()
                && text.length() <= MAX_TEXT
                && message.choices().size() <= MAX_CHOICES
                && message.choices().stream()
                        .noneMatch(choice -> choice.label().value().isBlank());
    }

    static SendMessage render(OutboundAction.SendMessage message, String chat) {
        var call = SendMessage.builder()
                .chatId(chat)
                .text(message.text().value())
                .linkPreviewOptions(
                        LinkPreviewOptions.builder().isDisabled(true).build());
        if (!message.choices().isEmpty()) {
            call.replyMarkup(InlineKeyboardMarkup.builder()
                    .keyboard(rows(message.choices()))
                    .build());
        }
        return call.build();
    }

    private static List<InlineKeyboardRow> rows(List<Choice> choices) {
        int perRow = perRow(choices);
        List<InlineKeyboardRow> rows = new ArrayList<>();
        InlineKeyboardRow row = new InlineKeyboardRow();
        for (Choice choice : choices) {
            boolean alone = length(choice) > SHORT_LABEL;
            if (!row.isEmpty() && (alone || row.size() == perRow)) {
                rows.add(row);
                row = new InlineKeyboardRow();
            }
            row.add(button(choice));
            if (alone) {
                rows.add(row);
                row = new InlineKeyboardRow();
            }
        }
        if (!row.isEmpty()) {
            rows.add(row);
        }
        return rows;
    }

    /** Ratings from 1 to 5 stand in one row, ordinary labels in pairs. */
    private static int perRow(List<Choice> choices) {
        return choices.stream().allMatch(choice -> length(choice) <= TINY_LABEL) ? TINY_PER_ROW : SHORT_PER_ROW;
    }

    private static int length(Choice choice) {
        String label = choice.label().value();
        return label.codePointCount(0, label.length());
    }

    private static InlineKeyboardButton button(Choice choice) {
        return InlineKeyboardButton.builder()
                .text(choice.label().value())
                .callbackData(choice.id())
                .build();
    }
}
