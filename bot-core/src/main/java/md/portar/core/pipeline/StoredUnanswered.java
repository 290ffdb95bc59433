package md.portar.core.pipeline;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import md.portar.core.handoff.Unanswered;
import md.portar.core.message.Language;
import md.portar.core.store.MissedQuestion;
import md.portar.core.store.Store;

/** Questions without an answer, as the store remembers them. */
final class StoredUnanswered implements Unanswered {
    /** More different spellings than these are not looked through; the latest count. */
    private static final int MOST_QUESTIONS = 20_000;

    private final Store store;

    StoredUnanswered(Store store) {
        this.store = store;
    }

    @Override
    public List<Question> list(Optional<Language> language, Order order, int limit) {
        List<MissedQuestion> misses =
                store.unitOfWork().read(tx -> store.counters().misses(tx, Instant.EPOCH, MOST_QUESTIONS));
        Stream<Question> questions = MissGroups.of(misses.stream()
                        .filter(miss -> language.isEmpty() || language.get() == miss.language())
                        .toList())
                .stream()
                .map(group -> new Question(
                        group.commonest().question(),
                        group.commonest().language(),
                        group.languages(),
                        group.times(),
                        group.latest().lastSeen()));
        if (order == Order.NEWEST) {
            questions =
                    questions.sorted(Comparator.comparing(Question::lastAsked).reversed());
        }
        return questions.limit(limit).toList();
    }
}
