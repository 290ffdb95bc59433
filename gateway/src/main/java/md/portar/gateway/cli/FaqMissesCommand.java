package md.portar.gateway.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import md.portar.core.faq.LabelMatcher;
import md.portar.core.guard.ScreenedText;
import md.portar.core.pipeline.MissGroups;
import md.portar.core.store.AnswerCount;
import md.portar.core.store.MissedQuestion;
import md.portar.core.store.StoreUnavailable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code portar faq misses}: what players asked and the pack could not answer, and how its answers were taken. */
@Command(
        name = "misses",
        description = {
            "Lists the questions that found no answer, and what became of the answers of each topic.",
            "",
            "Copies of one question that differ in spelling only are one. The topics named beside it are the nearest; a"
                    + " question that belongs to one of them wants to be a phrasing of it."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  portar faq misses --config portar.yaml",
            "  portar faq misses --store jdbc:sqlite:portar.db --since 7d --limit 50",
            "  portar faq misses --since 2026-01-31 --pack ./faq"
        })
final class FaqMissesCommand implements Callable<Integer> {
    /** More different questions than these are not looked through; the latest come first. */
    private static final int MOST_QUESTIONS = 20_000;

    private static final Pattern AGO = Pattern.compile("(\\d{1,5})([dh])");
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private StoreOption store;

    @Option(
            names = "--since",
            paramLabel = "WHEN",
            defaultValue = "30d",
            description = "a day (2026-01-31, UTC), or so many days or hours ago (7d, 12h); default: ${DEFAULT-VALUE}")
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private String since;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "how many questions to list; default: ${DEFAULT-VALUE}")
    private int limit;

    @Option(names = "--pack", paramLabel = "DIR", description = "folder of the pack; without it, the one built in")
    private @Nullable String pack;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    @Override
    public Integer call() throws CommandProblem {
        Clock clock = Clock.systemUTC();
        Instant from = since(clock.instant());
        if (limit < 1) {
            throw new ParameterException(spec.commandLine(), "--limit: expected 1 or more");
        }
        LabelMatcher matcher = FaqEngine.ofPack(pack);
        List<MissedQuestion> misses;
        List<AnswerCount> answers;
        try (StoreOption.Opened opened = store.open(clock)) {
            misses = opened.store()
                    .unitOfWork()
                    .read(tx -> opened.store().counters().misses(tx, from, MOST_QUESTIONS));
            answers = opened.store()
                    .unitOfWork()
                    .read(tx -> opened.store().counters().answers(tx, from));
        } catch (StoreUnavailable e) {
            throw new CommandProblem("the store cannot be read: " + e.getMessage());
        }
        PrintWriter out = spec.commandLine().getOut();
        print(MissGroups.of(misses), matcher, out);
        out.println();
        TopicCounts.of(answers).print(out);
        return 0;
    }

    private void print(List<MissGroups.Group> groups, LabelMatcher matcher, PrintWriter out) {
        if (groups.isEmpty()) {
            out.println("Every question since then found an answer.");
            return;
        }
        TextTable table =
                TextTable.ofWords(List.of("times", "last asked (UTC)", "language", "nearest topics", "question"));
        groups.stream().limit(limit).forEach(group -> {
            ScreenedText question = group.commonest().question();
            table.row(List.of(
                    Long.toString(group.times()),
                    MINUTE.format(group.latest().lastSeen()),
                    group.commonest().language().code(),
                    String.join(", ", nearest(matcher, question)),
                    OneLine.of(question.value())));
        });
        table.print(out);
        if (groups.size() > limit) {
            out.println("… and " + (groups.size() - limit) + " more; --limit shows them.");
        }
    }

    private static List<String> nearest(LabelMatcher matcher, ScreenedText question) {
        return matcher.match(question).ranking().stream()
                .limit(2)
                .map(found -> found.label())
                .toList();
    }

    private Instant since(Instant now) {
        Matcher ago = AGO.matcher(since);
        if (ago.matches()) {
            long count = Long.parseLong(ago.group(1));
            return now.minus(ago.group(2).equals("d") ? Duration.ofDays(count) : Duration.ofHours(count));
        }
        try {
            return LocalDate.parse(since).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeParseException e) {
            throw new ParameterException(
                    spec.commandLine(), "--since: expected a day such as 2026-01-31, or 7d, or 12h");
        }
    }
}
