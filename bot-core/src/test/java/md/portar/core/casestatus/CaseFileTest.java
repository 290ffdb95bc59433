package md.portar.core.casestatus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import md.portar.core.casestatus.CaseFile.Format;
import md.portar.core.casestatus.CaseFile.Report;
import md.portar.core.casestatus.CaseFileProblem.Kind;
import md.portar.core.conversation.AccountId;
import md.portar.core.conversation.CaseNumber;
import md.portar.core.conversation.CaseStatus;
import org.junit.jupiter.api.Test;

class CaseFileTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Chisinau");
    private static final CaseRecord CASE = new CaseRecord(
            new CaseNumber("C-10482"),
            new AccountId("123456"),
            CaseStatus.IN_REVIEW,
            Instant.parse("2026-10-30T14:05:00Z"));

    private final List<CaseRecord> read = new ArrayList<>();

    @Test
    void aCsvFileWithAHeaderIsRead() throws IOException {
        Report report = csv("number,account,status,updated_at\nC-10482,123456,IN_REVIEW,2026-10-30T14:05:00Z\n");
        assertThat(report.isClean()).isTrue();
        assertThat(report.accepted()).isEqualTo(1);
        assertThat(read).containsExactly(CASE);
    }

    @Test
    void spreadsheetHabitsAreUnderstood() throws IOException {
        Report report = csv(String.join(
                "\r\n",
                "\uFEFFUpdated;Case number;Account ID;Status",
                "2026-10-30 16:05;\"c-10482\"; 123456 ;In review",
                "",
                ""));
        assertThat(report.problems()).isEmpty();
        assertThat(read).containsExactly(CASE);
    }

    @Test
    void jsonLinesAreRead() throws IOException {
        Report report = jsonl("""
                {"number":"C-10482","account":123456,"status":"in_review","updatedAt":"2026-10-30T16:05:00+02:00"}

                """);
        assertThat(report.isClean()).isTrue();
        assertThat(read).containsExactly(CASE);
    }

    @Test
    void wrongColumnsAreAllNamedAndNothingIsRead() throws IOException {
        Report report = csv("number,owner,status,status\nC-10482,123456,RECEIVED,RECEIVED\n");
        assertThat(report.problems())
                .extracting(CaseFileProblem::kind)
                .containsExactly(Kind.COLUMN_UNKNOWN, Kind.COLUMN_REPEATED, Kind.COLUMN_MISSING, Kind.COLUMN_MISSING);
        assertThat(read).isEmpty();
    }

    @Test
    void badRowsAreNamedByLineAndTheOthersKept() throws IOException {
        Report report = csv("""
                number,account,status,updated_at
                C-10482,123456,IN_REVIEW,2026-10-30T14:05:00Z
                not a number,123456,RECEIVED,2026-10-30
                C-10483,12,LOST,yesterday
                C-10484,123456,RECEIVED
                C-10485,,RECEIVED,2026-10-30
                C-10482,999999,CLOSED,2026-10-31
                C-10486,123456,CLOSED,2026-10-31
                """);
        assertThat(report.problems())
                .extracting(CaseFileProblem::message)
                .containsExactly(
                        "line 3: number: not a case number; expected like C-10482 or 5 to 10 digits",
                        "line 4: account: not an account id; expected 4 to 12 digits",
                        "line 4: status: not a status; expected received, in_review, waiting_for_you, escalated,"
                                + " resolved or closed",
                        "line 4: updated_at: not a time; expected like 2026-11-01T14:05:00Z or 2026-11-01 14:05",
                        "line 5: the line has more or fewer cells than the first line",
                        "line 6: account: the value is missing",
                        "line 7: number: this case number was already on an earlier line");
        assertThat(read).extracting(row -> row.number().value()).containsExactly("C-10482", "C-10486");
        assertThat(report.rows()).isEqualTo(7);
    }

    @Test
    void badJsonLinesAreNamedWithoutQuotingThem() throws IOException {
        Report report = jsonl(
                "{\"number\":\"C-1\"\n[1]\n{\"number\":\"C-10482\",\"secret\":\"x\"}\n{\"number\":\"C-10482\"}\n");
        assertThat(report.problems())
                .extracting(CaseFileProblem::kind)
                .containsExactly(Kind.UNREADABLE, Kind.UNREADABLE, Kind.COLUMN_UNKNOWN, Kind.VALUE_MISSING);
        assertThat(report.problems().toString()).doesNotContain("secret").doesNotContain("C-1");
    }

    @Test
    void anotherEncodingIsRefused() throws IOException {
        byte[] bytes = "number,account,status,updated_at\nC-10482,123456,принято,2026-10-30\n"
                .getBytes(Charset.forName("windows-1251"));
        Report report = new CaseFile(ZONE).read(new ByteArrayInputStream(bytes), Format.CSV, read::add);
        assertThat(report.problems()).extracting(CaseFileProblem::kind).containsExactly(Kind.NOT_UTF8);
    }

    @Test
    void anEmptyFileIsAProblem() throws IOException {
        assertThat(csv("").problems()).extracting(CaseFileProblem::kind).containsExactly(Kind.EMPTY);
        assertThat(csv("number,account,status,updated_at\n").problems())
                .extracting(CaseFileProblem::kind)
                .containsExactly(Kind.EMPTY);
        assertThat(jsonl("\n").problems()).extracting(CaseFileProblem::kind).containsExactly(Kind.EMPTY);
    }

    @Test
    void anUnclosedQuoteIsAProblemAndNoException() throws IOException {
        Report report = csv("number,account,status,updated_at\n\"C-10482,123456,RECEIVED,2026-10-30\n");
        assertThat(report.isClean()).isFalse();
        assertThat(read).isEmpty();
    }

    @Test
    void aHundredThousandRowsAreReadOneByOne() throws IOException {
        StringBuilder file = new StringBuilder("number,account,status,updated_at\n");
        for (int i = 0; i < 100_000; i++) {
            file.append("C-").append(200_000 + i).append(",123456,RECEIVED,2026-10-30T14:05:00Z\n");
        }
        AtomicInteger rows = new AtomicInteger();
        Report report = new CaseFile(ZONE)
                .read(
                        new ByteArrayInputStream(file.toString().getBytes(StandardCharsets.UTF_8)),
                        Format.CSV,
                        row -> rows.incrementAndGet());
        assertThat(rows).hasValue(100_000);
        assertThat(report.isClean()).isTrue();
    }

    @Test
    void onlyTheFirstProblemsAreKeptButAllAreCounted() throws IOException {
        StringBuilder file = new StringBuilder("number,account,status,updated_at\n");
        for (int i = 0; i < 1_000; i++) {
            file.append("x,123456,RECEIVED,2026-10-30\n");
        }
        Report report = csv(file.toString());
        assertThat(report.problemCount()).isEqualTo(1_000);
        assertThat(report.problems()).hasSize(200);
    }

    private Report csv(String content) throws IOException {
        return read(content, Format.CSV);
    }

    private Report jsonl(String content) throws IOException {
        return read(content, Format.JSONL);
    }

    private Report read(String content, Format format) throws IOException {
        return new CaseFile(ZONE)
                .read(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)), format, read::add);
    }
}
