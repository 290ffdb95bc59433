package md.portar.telegram;

import java.util.List;
import java.util.Map;
import md.portar.core.message.Language;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;

/** The command menu in each language, in the order in which it is shown. */
final class TelegramCommands {
    private static final List<Map.Entry<String, Words>> ALL = List.of(
            Map.entry("menu", new Words("Meniul principal", "Главное меню", "Main menu")),
            Map.entry("faq", new Words("Întrebări frecvente", "Частые вопросы", "Common questions")),
            Map.entry("status", new Words("Starea unei solicitări", "Статус обращения", "Status of a request")),
            Map.entry("human", new Words("Vorbește cu un om", "Связаться с оператором", "Talk to a person")),
            Map.entry(
                    "safety",
                    new Words("Limite și autoexcludere", "Лимиты и самоисключение", "Limits and self-exclusion")),
            Map.entry("language", new Words("Schimbă limba", "Сменить язык", "Change language")),
            Map.entry("contacts", new Words("Contacte oficiale", "Официальные контакты", "Official contacts")),
            Map.entry("privacy", new Words("Datele tale", "Ваши данные", "Your data")));

    private TelegramCommands() {}

    static List<BotCommand> in(Language language) {
        return ALL.stream()
                .map(entry -> new BotCommand(entry.getKey(), entry.getValue().in(language)))
                .toList();
    }

    private record Words(String ro, String ru, String en) {
        String in(Language language) {
            return switch (language) {
                case RO -> ro;
                case RU -> ru;
                case EN -> en;
            };
        }
    }
}
