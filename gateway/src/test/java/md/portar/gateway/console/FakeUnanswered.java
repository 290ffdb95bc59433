package md.portar.gateway.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import md.portar.core.guard.CatalogueText;
import md.portar.core.handoff.Unanswered;
import md.portar.core.message.Language;

/** Unanswered questions in memory. Thread-safe. */
public final class FakeUnanswered implements Unanswered {
    private final List<Question> questions = new ArrayList<>();

    public synchronized void add(String text, Language language, long times, Instant lastAsked) {
        questions.add(new Question(CatalogueText.of(text), language, Set.of(language), times, lastAsked));
    }

    @Override
    public synchronized List<Question> list(Optional<Language> language, Order order, int limit) {
        Comparator<Question> first = order == Order.OFTEN
                ? Comparator.comparingLong(Question::times)
                : Comparator.comparing(Question::lastAsked);
        return questions.stream()
                .filter(question ->
                        question.languages().containsAll(language.stream().toList()))
                .sorted(first.reversed())
                .limit(limit)
                .toList();
    }
}
