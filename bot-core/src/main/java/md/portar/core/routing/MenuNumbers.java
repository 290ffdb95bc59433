package md.portar.core.routing;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import md.portar.core.channel.Choice;
import md.portar.core.conversation.ConversationMemory.Fact;
import md.portar.core.routing.phrases.FoldedText;

/**
 * Reads an answer to the last menu: its number in digits, as a word or as a key, or the label itself. Numbers of three digits
 * and more are never a choice, since they may be a case number or a secret.
 */
final class MenuNumbers {
    private static final Duration VALID = Duration.ofMinutes(30);
    private static final List<String> FILLERS =
            List.of("nr", "no", "numarul", "numar", "nomer", "номер", "number", "varianta", "opcia");
    private static final Map<String, Integer> WORDS = new HashMap<>();

    static {
        words(1, "unu", "una", "unul", "primul", "prima", "один", "первый", "первое", "первая", "odin", "one", "first");
        words(2, "doi", "două", "al doilea", "a doua", "два", "второй", "второе", "вторая", "dva", "two", "second");
        words(3, "trei", "al treilea", "a treia", "три", "третий", "третье", "третья", "tri", "three", "third");
        words(4, "patru", "четыре", "четвертый", "chetyre", "four", "fourth");
        words(5, "cinci", "пять", "пятый", "pyat", "five", "fifth");
        words(6, "șase", "шесть", "шестой", "shest", "six", "sixth");
        words(7, "șapte", "семь", "седьмой", "sem", "seven", "seventh");
        words(8, "opt", "восемь", "восьмой", "vosem", "eight");
        words(9, "nouă", "девять", "девятый", "devyat", "nine");
        words(10, "zece", "десять", "desyat", "ten");
    }

    /** The id of the choice that the message names, if a menu is still valid. */
    Optional<String> read(TurnDraft turn, FoldedText message) {
        if (message.isEmpty() || !turn.isRecent(Fact.LAST_MENU_AT, VALID)) {
            return Optional.empty();
        }
        List<String> ids = Arrays.asList(turn.recall(Fact.LAST_MENU).orElse("").split("\\|"));
        Optional<Integer> number = number(message);
        if (number.isPresent() && number.get() >= 1 && number.get() <= ids.size()) {
            return Optional.of(ids.get(number.get() - 1));
        }
        for (String id : ids) {
            Optional<Choice> choice = turn.words().choice(turn.language(), id);
            if (choice.filter(any -> message.joined()
                            .equals(FoldedText.of(any.label().value()).joined()))
                    .isPresent()) {
                return Optional.of(id);
            }
        }
        return Optional.empty();
    }

    /** A small number and nothing else. */
    static Optional<Integer> number(FoldedText message) {
        List<String> words = message.words();
        if (words.size() == 2 && FILLERS.contains(words.get(0))) {
            words = words.subList(1, 2);
        }
        String joined = String.join(" ", words);
        if (joined.matches("\\d{1,2}")) {
            return Optional.of(Integer.parseInt(joined));
        }
        return Optional.ofNullable(WORDS.get(joined));
    }

    private static void words(int number, String... written) {
        for (String word : written) {
            WORDS.put(FoldedText.of(word).joined(), number);
        }
    }
}
