package md.portar.gateway.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import md.portar.core.faq.LabelMatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code portar faq match}: the topic of each message of a file. */
@Command(
        name = "match",
        description = {
            "Finds the topic of each message of a file of {\"id\",\"text\"} lines.",
            "",
            "Writes {\"id\",\"band\",\"topic\",\"confidence\",\"alternatives\",\"language\"}, one line a message. The band"
                    + " ANSWER means that the topic is answered, SUGGEST that it is offered with the alternatives, NONE"
                    + " that nothing fits."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  portar faq match questions.jsonl",
            "  portar faq match questions.jsonl --pack ./faq",
            "  portar faq match test.jsonl --train train.jsonl"
        })
final class FaqMatchCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "the messages; - reads standard input")
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private String file;

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
        long bad = JsonLines.read(
                input,
                err,
                line -> AnswerLines.line(answer(JsonLines.id(line), engine.match(JsonLines.text(line, "text")))),
                new AnswerLines(out));
        return bad + engine.badTrainingLines() == 0 ? 0 : 1;
    }

    private static ObjectNode answer(JsonNode id, LabelMatch match) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("id", id);
        answer.put("band", match.band().name());
        candidate(answer, match.best());
        ArrayNode alternatives = answer.putArray("alternatives");
        List<LabelMatch.Candidate> ranking = match.ranking();
        ranking.subList(1, ranking.size()).forEach(other -> candidate(alternatives.addObject(), other));
        return answer.put("language", match.answerIn().code());
    }

    private static void candidate(ObjectNode node, LabelMatch.Candidate candidate) {
        node.put("topic", candidate.label());
        node.put("confidence", Math.round(candidate.confidence() * 1e6) / 1e6);
    }
}
