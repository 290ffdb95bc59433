package md.portar.core.pipeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import md.portar.core.faq.Wording;
import md.portar.core.message.Language;
import md.portar.core.store.MissedQuestion;

/** Questions without an answer, brought together when they are the same words typed differently. */
public final class MissGroups {
    private MissGroups() {}

    /**
     * Differently typed copies of one question.
     *
     * @param commonest the copy asked most often, the latest of those; it stands for all
     * @param times how often any of them was asked
     * @param latest the copy asked last
     * @param languages the languages of all copies
     */
    public record Group(MissedQuestion commonest, long times, MissedQuestion latest, Set<Language> languages) {
        public Group {
            languages = Set.copyOf(languages);
        }

        private static Group of(MissedQuestion one) {
            return new Group(one, one.count(), one, Set.of(one.language()));
        }

        private Group with(MissedQuestion other) {
            EnumSet<Language> all = EnumSet.of(other.language());
            all.addAll(languages);
            return new Group(
                    other.count() > commonest.count() ? other : commonest,
                    times + other.count(),
                    other.lastSeen().isAfter(latest.lastSeen()) ? other : latest,
                    all);
        }
    }

    /** The groups asked most often first; of equals, the latest. */
    public static List<Group> of(List<MissedQuestion> latestFirst) {
        Map<String, Group> byWording = new LinkedHashMap<>();
        for (MissedQuestion miss : latestFirst) {
            String wording = Wording.key(miss.question());
            byWording.merge(
                    wording.isEmpty() ? miss.question().value().strip() : wording,
                    Group.of(miss),
                    (group, one) -> group.with(one.commonest()));
        }
        List<Group> groups = new ArrayList<>(byWording.values());
        groups.sort(Comparator.comparingLong(Group::times)
                .thenComparing(group -> group.latest().lastSeen())
                .reversed());
        return groups;
    }
}
