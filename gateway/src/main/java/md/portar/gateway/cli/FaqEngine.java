package md.portar.gateway.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import md.portar.core.faq.Example;
import md.portar.core.faq.FaqCatalogue;
import md.portar.core.faq.InvalidPackException;
import md.portar.core.faq.LabelMatch;
import md.portar.core.faq.LabelMatcher;
import md.portar.core.faq.OperatorTexts;
import md.portar.core.faq.PackFiles;
import md.portar.core.guard.ScreenedText;
import md.portar.core.guard.SecretGuard;
import md.portar.core.guard.UntrustedText;
import md.portar.core.message.Language;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The matcher a command works with: of the pack built in, of a pack in a folder, or trained on a labelled file. */
final class FaqEngine {
    @ArgGroup
    private @Nullable Source source;

    private final SecretGuard guard = SecretGuard.standard();
    private @Nullable LabelMatcher matcher;
    private Duration loading = Duration.ZERO;
    private long badTrainingLines;

    /** One of the two, or neither. */
    static final class Source {
        @Option(names = "--pack", paramLabel = "DIR", description = "folder of the pack; without it, the one built in")
        private @Nullable String pack;

        @Option(
                names = "--train",
                paramLabel = "FILE.jsonl",
                description =
                        "instead of a pack: lines {\"lang\",\"text\",\"intent\"}; the intent OOS means none of them")
        private @Nullable String train;
    }

    /** A match and how long it took, in nanoseconds, the guard not included. */
    record Timed(LabelMatch match, long nanos) {}

    /** Loads or trains; tells bad lines of a training file. */
    void open(InputStream standardInput, PrintWriter err) throws CommandProblem {
        long start = System.nanoTime();
        String train = source == null ? null : source.train;
        matcher = train == null
                ? ofPack(source == null ? null : source.pack)
                : trained(InputFile.of(train, standardInput), err);
        loading = Duration.ofNanos(System.nanoTime() - start);
    }

    /** How long opening took. */
    Duration loading() {
        return loading;
    }

    /** How many lines of the training file could not be used. */
    long badTrainingLines() {
        return badTrainingLines;
    }

    /** Matches a message the way a player's message is matched: after the guard. */
    LabelMatch match(String text) {
        return timed(text).match();
    }

    /** The same with the time it took. */
    Timed timed(String text) {
        LabelMatcher opened = matcher;
        if (opened == null) {
            throw new IllegalStateException("not opened");
        }
        ScreenedText screened = guard.screen(UntrustedText.of(text)).text();
        long start = System.nanoTime();
        LabelMatch match = opened.match(screened);
        return new Timed(match, System.nanoTime() - start);
    }

    static PackFiles files(@Nullable String folder) throws CommandProblem {
        if (folder == null) {
            return PackFiles.builtIn();
        }
        Path path = InputFile.path(folder);
        if (!Files.isDirectory(path)) {
            throw new CommandProblem(folder + ": there is no such folder");
        }
        return PackFiles.folder(path);
    }

    /** The matcher of a pack in a folder, or of the one built in. */
    static LabelMatcher ofPack(@Nullable String folder) throws CommandProblem {
        try {
            return FaqCatalogue.load(files(folder), OperatorTexts.none())
                    .matcher()
                    .labels();
        } catch (InvalidPackException e) {
            List<String> lines = new ArrayList<>();
            e.problems().all().forEach(problem -> lines.add(problem.toString()));
            throw new CommandProblem(lines);
        } catch (UncheckedIOException e) {
            throw new CommandProblem(folder + ": a part of the pack cannot be read");
        }
    }

    private LabelMatcher trained(InputFile file, PrintWriter err) throws CommandProblem {
        List<Example> examples = new ArrayList<>();
        badTrainingLines = JsonLines.read(file, err, FaqEngine::example, examples::add);
        if (examples.stream().allMatch(Example::isNone)) {
            throw new CommandProblem(file.name() + ": has no line with an intent to learn");
        }
        return LabelMatcher.train(examples);
    }

    private static Example example(JsonNode line) throws BadLine {
        String text = JsonLines.text(line, "text");
        String intent = JsonLines.text(line, "intent");
        if (text.isBlank() || intent.isBlank()) {
            throw new BadLine("has an empty \"text\" or \"intent\"");
        }
        Language language = Language.fromTag(JsonLines.text(line, "lang"))
                .orElseThrow(() -> new BadLine("has a \"lang\" that is none of ro, ru, en"));
        return new Example(text, intent, language);
    }
}
