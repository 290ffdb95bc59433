package md.portar.gateway.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import md.portar.core.casestatus.CaseFile;
import md.portar.core.casestatus.CaseFileProblem;
import md.portar.core.casestatus.CaseRecord;
import md.portar.core.store.StoreUnavailable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code portar cases import}: loads case statuses from a file. */
@Command(
        name = "import",
        description = {
            "Loads case statuses from a CSV file with a header line or from one JSON object a line.",
            "",
            "Columns: number, account, status (received, in_review, waiting_for_you, escalated, resolved, closed),"
                    + " updated_at. A row that is older than what is stored changes nothing."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  portar cases import cases.csv",
            "  portar cases import cases.jsonl --store jdbc:sqlite:portar.db --strict",
            "  export-cases | portar cases import - --format csv --config portar.yaml"
        })
final class CasesImportCommand implements Callable<Integer> {
    private static final int MOST_COMPLAINTS = 20;

    @Parameters(paramLabel = "FILE", description = "the cases; - reads standard input")
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private String file;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private StoreOption store;

    @Option(names = "--format", paramLabel = "FORMAT", description = "csv or jsonl; default: by the name's ending")
    private CaseFile.@Nullable Format format;

    @Option(names = "--strict", description = "store nothing when any row is bad")
    private boolean strict;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            defaultValue = "Europe/Chisinau",
            description = "of times written without one; default: ${DEFAULT-VALUE}")
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private String zone;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    @Override
    public Integer call() throws CommandProblem {
        CaseFile reader = new CaseFile(zone());
        CaseFile.Format known = format();
        InputFile input = InputFile.of(file, PortarCommand.input(spec));
        PrintWriter err = spec.commandLine().getErr();
        try (StoreOption.Opened opened = store.open(Clock.systemUTC())) {
            CaseBatches batches = new CaseBatches(opened.engine());
            CaseFile.Report report =
                    strict ? readAllThenStore(reader, known, input, batches) : read(reader, known, input, batches);
            complain(input, report, err);
            summarise(report, batches.result());
            return report.isClean() ? 0 : 1;
        } catch (StoreUnavailable e) {
            throw new CommandProblem("the store does not take the cases: " + e.getMessage());
        }
    }

    private CaseFile.Report read(CaseFile reader, CaseFile.Format known, InputFile input, CaseBatches batches)
            throws CommandProblem {
        CaseFile.Report report = read(reader, known, input, (Consumer<CaseRecord>) batches::add);
        batches.flush();
        return report;
    }

    private CaseFile.Report readAllThenStore(
            CaseFile reader, CaseFile.Format known, InputFile input, CaseBatches batches) throws CommandProblem {
        List<CaseRecord> records = new ArrayList<>();
        CaseFile.Report report = read(reader, known, input, records::add);
        if (report.isClean()) {
            records.forEach(batches::add);
            batches.flush();
        }
        return report;
    }

    private CaseFile.Report read(CaseFile reader, CaseFile.Format known, InputFile input, Consumer<CaseRecord> each)
            throws CommandProblem {
        try (InputStream in = input.open();
                Progress progress = Progress.of(spec.commandLine().getErr(), "rows")) {
            long[] rows = new long[1];
            return reader.read(in, known, row -> {
                each.accept(row);
                progress.reached(++rows[0]);
            });
        } catch (IOException e) {
            throw new CommandProblem(input.name() + ": cannot be read to its end");
        }
    }

    private void complain(InputFile input, CaseFile.Report report, PrintWriter err) {
        List<CaseFileProblem> problems = report.problems();
        problems.stream()
                .limit(MOST_COMPLAINTS)
                .forEach(problem -> err.println("portar: " + input.name() + ": " + problem.message()));
        if (report.problemCount() > MOST_COMPLAINTS) {
            err.println(
                    "portar: " + input.name() + ": " + (report.problemCount() - MOST_COMPLAINTS) + " more problems");
        }
    }

    private void summarise(CaseFile.Report report, CaseBatches.Result result) {
        PrintWriter out = spec.commandLine().getOut();
        if (strict && !report.isClean()) {
            out.println(
                    "Nothing was stored: " + report.problemCount() + " problem(s) in " + report.rows() + " row(s).");
            return;
        }
        out.println(report.rows() + " row(s): " + result.added() + " new, " + result.changed() + " changed, "
                + result.unchanged() + " unchanged, " + (report.rows() - report.accepted()) + " bad.");
    }

    private ZoneId zone() {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new ParameterException(spec.commandLine(), "--zone: expected a time zone such as Europe/Chisinau");
        }
    }

    private CaseFile.Format format() {
        if (format != null) {
            return format;
        }
        String name = file.toLowerCase(Locale.ROOT);
        if (name.endsWith(".csv")) {
            return CaseFile.Format.CSV;
        }
        if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
            return CaseFile.Format.JSONL;
        }
        throw new ParameterException(
                spec.commandLine(), "FILE ends in neither .csv nor .jsonl: say --format csv|jsonl");
    }
}
