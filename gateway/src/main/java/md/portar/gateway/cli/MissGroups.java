package md.portar.gateway.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import md.portar.core.faq.Wording;
import md.portar.core.store.MissedQuestion;

/** Questions without an answer, brought together when they are the same words typed differently. */
final class MissGroups {
    private MissGroups() {}

    /**
     * Differently typed copies of one question.
     *
     * @param commonest the copy asked most often, the latest of those; it stands for all
     * @param times how often any of them was asked
     * @param latest the copy asked last
     */
    record Group(MissedQuestion commonest, long times, MissedQuestion latest) {
        private Group with(MissedQuestion other) {
            return new Group(
                    other.count() > commonest.count() ? other : commonest,
                    times + other.count(),
                    other.lastSeen().isAfter(latest.lastSeen()) ? other : latest);
        }
    }

    /** The groups asked most often first; of equals, the latest. */
    static List<Group> of(List<MissedQuestion> latestFirst) {
        Map<String, Group> byWording = new LinkedHashMap<>();
        for (MissedQuestion miss : latestFirst) {
            String wording = Wording.key(miss.question());
            byWording.merge(
                    wording.isEmpty() ? miss.question().value().strip() : wording,
                    new Group(miss, miss.count(), miss),
                    (group, one) -> group.with(one.commonest()));
        }
        List<Group> groups = new ArrayList<>(byWording.values());
        groups.sort(Comparator.comparingLong(Group::times)
                .thenComparing(group -> group.latest().lastSeen())
                .reversed());
        return groups;
    }
}
