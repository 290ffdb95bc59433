package md.portar.core.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The guard on the project's labelled messages. Floors lie a little under what was measured; raise them, never lower them. */
class GuardCorpusTest {
    private static final double MOST_FALSE_ALARMS = 0.02;

    @Test
    @DisplayName("the half to develop with")
    void holdsItsFloorsOnTheDevelopmentHalf() {
        GuardReport report = score("dev");

        assertThat(report.total().recall()).isGreaterThanOrEqualTo(0.988);
        assertThat(report.total().falsePositiveRate()).isLessThanOrEqualTo(0.005);
        report.languages().values().forEach(row -> assertThat(row.recall()).isGreaterThanOrEqualTo(0.98));
        report.kinds().values().forEach(row -> assertThat(row.recall()).isGreaterThanOrEqualTo(0.97));
    }

    @Test
    @DisplayName("the half that is only reported")
    void holdsItsFloorsOnTheReportedHalf() {
        GuardReport report = score("report");

        assertThat(report.total().recall()).isGreaterThanOrEqualTo(0.91);
        assertThat(report.total().falsePositiveRate()).isLessThanOrEqualTo(0.03);
        report.languages().values().forEach(row -> assertThat(row.recall()).isGreaterThanOrEqualTo(0.90));
        report.kinds().values().forEach(row -> assertThat(row.recall()).isGreaterThanOrEqualTo(0.83));
    }

    @Test
    void conversationsOfTheDevelopmentHalf() {
        assertFloors("dev", 0.98);
    }

    @Test
    void conversationsOfTheReportedHalf() {
        assertFloors("report", 0.96);
    }

    @Test
    void thereAreEnoughMessagesOfEachLabelAndLanguage() {
        for (String language : List.of("ro", "ru", "en")) {
            List<String> labels = Stream.of("dev", "report")
                    .flatMap(half -> LabelledMessages.lines(half + "/" + language + ".jsonl").stream())
                    .map(line -> line.get("label").asText())
                    .toList();
            assertThat(Collections.frequency(labels, "BLOCK")).isGreaterThanOrEqualTo(300);
            assertThat(Collections.frequency(labels, "ALLOW")).isGreaterThanOrEqualTo(300);
        }
        int conversations = LabelledMessages.lines("dev/conversations.jsonl").size()
                + LabelledMessages.lines("report/conversations.jsonl").size();
        assertThat(conversations).isGreaterThanOrEqualTo(150);
    }

    private static void assertFloors(String half, double recall) {
        GuardReport players = LabelledMessages.scoreConversations(half + "/conversations.jsonl", true);
        GuardReport outgoing = LabelledMessages.scoreConversations(half + "/conversations.jsonl", false);
        print(half + " conversations, players", players);
        print(half + " conversations, bot and agents", outgoing);

        assertThat(players.total().recall()).isGreaterThanOrEqualTo(recall);
        assertThat(players.total().falsePositiveRate()).isLessThanOrEqualTo(MOST_FALSE_ALARMS);
        assertThat(outgoing.total().recall()).isGreaterThanOrEqualTo(0.9);
        assertThat(outgoing.total().falsePositiveRate()).isLessThanOrEqualTo(0.03);
    }

    private static GuardReport score(String half) {
        GuardReport report =
                LabelledMessages.score(Stream.of("ro", "ru", "en").map(lang -> half + "/" + lang + ".jsonl"));
        print(half, report);
        return report;
    }

    private static void print(String title, GuardReport report) {
        System.out.println("guard: " + title + System.lineSeparator() + report.table());
    }
}
