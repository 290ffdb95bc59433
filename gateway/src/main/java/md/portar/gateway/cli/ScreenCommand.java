package md.portar.gateway.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import md.portar.core.guard.GuardScorer;
import md.portar.core.guard.GuardVerdict;
import md.portar.core.guard.SecretGuard;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code portar screen}: what the guard says about each message of a file. */
@Command(
        name = "screen",
        description = {
            "Runs the secret guard over a file of one JSON object a line.",
            "",
            "{\"id\",\"text\"} is judged alone; {\"id\",\"messages\":[{\"from\":\"user|bot|agent\",\"text\"}]} is judged"
                    + " as a conversation, bot and agent by the outgoing guard.",
            "One verdict a line is written. A bad line is told on standard error; the others are still judged."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  portar screen messages.jsonl > verdicts.jsonl",
            "  cat messages.jsonl | portar screen -",
            "  portar screen labelled.jsonl --score"
        })
final class ScreenCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "the messages; - reads standard input")
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private String file;

    @Option(
            names = "--score",
            description = "instead of verdicts, compare with the lines' \"label\" and \"kinds\" and print precision,"
                    + " recall, F1 and false-positive rate per language, kind and tag")
    private boolean score;

    @Option(names = "--json", description = "with --score: the report as one JSON object")
    private boolean json;

    @Option(names = "--wrong", description = "with --score: also list what was judged wrongly, by id and without text")
    private boolean wrong;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    private final GuardScorer scorer = new GuardScorer(SecretGuard.standard());

    @Override
    public Integer call() throws CommandProblem {
        InputFile input = InputFile.of(file, PortarCommand.input(spec));
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        return score ? score(input, out, err) : answer(input, out, err);
    }

    private int answer(InputFile input, PrintWriter out, PrintWriter err) throws CommandProblem {
        long bad = JsonLines.read(
                input,
                err,
                line -> {
                    JsonNode id = JsonLines.id(line);
                    ScreenLine messages = ScreenLine.read(line);
                    List<GuardVerdict> judged = messages.judgedBy(scorer);
                    return AnswerLines.line(messages.alone() ? verdict(id, judged.get(0)) : verdicts(id, judged));
                },
                new AnswerLines(out));
        return bad == 0 ? 0 : 1;
    }

    private int score(InputFile input, PrintWriter out, PrintWriter err) throws CommandProblem {
        GuardScore result = new GuardScore(wrong);
        long bad = JsonLines.read(
                input,
                err,
                line -> {
                    ScreenLine messages = ScreenLine.read(line);
                    return new GuardScore.Judged(
                            JsonLines.id(line).asText(), messages, GuardLabels.read(line), messages.judgedBy(scorer));
                },
                result::add);
        GuardScoreReport report = new GuardScoreReport(result);
        if (json) {
            out.println(report.json());
        } else {
            report.print(out);
        }
        return bad == 0 ? 0 : 1;
    }

    private static ObjectNode verdict(JsonNode id, GuardVerdict judged) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("id", id);
        answer.put("verdict", judged.label());
        ArrayNode kinds = answer.putArray("kinds");
        judged.kinds().forEach(kind -> kinds.add(kind.name()));
        ArrayNode rules = answer.putArray("rules");
        judged.rules().forEach(rules::add);
        return answer.put("redacted", judged.redacted().value());
    }

    private static ObjectNode verdicts(JsonNode id, List<GuardVerdict> judged) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("id", id);
        ArrayNode verdicts = answer.putArray("verdicts");
        judged.forEach(one -> verdicts.add(one.label()));
        return answer;
    }
}
