package md.portar.gateway.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import md.portar.core.faq.Example;
import md.portar.core.message.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code portar faq score}: how often the matcher is right on a labelled file. */
@Command(
        name = "score",
        description = {
            "Scores the matcher on lines {\"text\",\"topic\"} with optional \"also\" (other right topics), \"lang\" and"
                    + " \"tags\"; the topic OOS means that nothing fits.",
            "",
            "acc@1, acc@3: the right topic is first, or among the first three, of the messages that have one.",
            "refused: of those, how many are told that nothing fits. none: of the others, how many are told so.",
            "none@5: the same at the confidence that refuses five in a hundred.",
            "wrong: answers sent that are not right, of all messages. language: answered in the message's language."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  portar faq score questions.jsonl",
            "  portar faq score questions.jsonl --pack ./faq --json",
            "  portar faq score test.jsonl --train train.jsonl"
        })
final class FaqScoreCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "the labelled messages; - reads standard input")
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private String file;

    @Option(names = "--json", description = "the report as one JSON object")
    private boolean json;

    @Option(
            names = "--confusions",
            paramLabel = "N",
            defaultValue = "20",
            description = "how many of the most frequent mistakes to list; default: ${DEFAULT-VALUE}")
    private int confusions;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private FaqEngine engine;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    @Override
    public Integer call() throws CommandProblem {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        InputStream in = PortarCommand.input(spec);
        InputFile input = InputFile.of(file, in);
        engine.open(in, err);
        FaqScore score = new FaqScore();
        long bad = JsonLines.read(
                input,
                err,
                line -> new FaqScore.Matched(expected(line), engine.timed(JsonLines.text(line, "text"))),
                score::add);
        FaqScoreReport report = new FaqScoreReport(score, engine.loading(), Math.max(0, confusions));
        if (json) {
            out.println(report.json());
        } else {
            report.print(out);
        }
        return bad + engine.badTrainingLines() == 0 ? 0 : 1;
    }

    private static FaqScore.Expected expected(JsonNode line) throws BadLine {
        Set<String> topics = new LinkedHashSet<>();
        // Public intent sets call it intent.
        topics.add(JsonLines.text(line, line.has("topic") ? "topic" : "intent"));
        topics.addAll(JsonLines.texts(line, "also"));
        topics.remove("NONE");
        topics.remove(Example.NONE);
        Optional<Language> language = line.path("lang").isTextual()
                ? Language.fromTag(line.path("lang").asText())
                : Optional.empty();
        return new FaqScore.Expected(topics, language, JsonLines.texts(line, "tags"));
    }
}
