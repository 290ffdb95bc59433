package md.portar.core.casestatus;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import md.portar.core.casestatus.CaseFileProblem.Kind;
import md.portar.core.conversation.AccountId;
import md.portar.core.conversation.CaseNumber;
import md.portar.core.conversation.CaseStatus;

/** Turns the cells of one row into a case, or says which of them is wrong. */
final class CaseRow {
    static final String NUMBER = "number";
    static final String ACCOUNT = "account";
    static final String STATUS = "status";
    static final String UPDATED = "updated_at";
    static final List<String> COLUMNS = List.of(NUMBER, ACCOUNT, STATUS, UPDATED);

    /** Other names that exports of help desks use for the same columns. */
    private static final Map<String, String> SYNONYMS = Map.of(
            "case", NUMBER,
            "case_number", NUMBER,
            "account_id", ACCOUNT,
            "updatedat", UPDATED,
            "updated", UPDATED);

    private final ZoneId zone;

    CaseRow(ZoneId zone) {
        this.zone = zone;
    }

    /** A column's own name for what is written over it; empty when it is not known. */
    static Optional<String> column(String written) {
        String name = written.strip().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        String known = SYNONYMS.getOrDefault(name, name);
        return COLUMNS.contains(known) ? Optional.of(known) : Optional.empty();
    }

    /** Reads a row; every wrong cell becomes a problem. */
    void read(long line, Map<String, String> cells, CaseFile.Rows rows) {
        rows.counted();
        for (String column : COLUMNS) {
            if (cells.getOrDefault(column, "").isBlank()) {
                rows.problem(new CaseFileProblem(line, column, Kind.VALUE_MISSING));
                return;
            }
        }
        Optional<CaseNumber> number = number(cell(cells, NUMBER));
        Optional<AccountId> account = account(cell(cells, ACCOUNT));
        Optional<CaseStatus> status = status(cell(cells, STATUS));
        Optional<Instant> updated = time(cell(cells, UPDATED));
        reportIfAbsent(number, line, NUMBER, Kind.NUMBER, rows);
        reportIfAbsent(account, line, ACCOUNT, Kind.ACCOUNT, rows);
        reportIfAbsent(status, line, STATUS, Kind.STATUS, rows);
        reportIfAbsent(updated, line, UPDATED, Kind.TIME, rows);
        if (number.isPresent() && account.isPresent() && status.isPresent() && updated.isPresent()) {
            rows.good(line, new CaseRecord(number.get(), account.get(), status.get(), updated.get()));
        }
    }

    private static void reportIfAbsent(Optional<?> value, long line, String column, Kind kind, CaseFile.Rows rows) {
        if (value.isEmpty()) {
            rows.problem(new CaseFileProblem(line, column, kind));
        }
    }

    private static String cell(Map<String, String> cells, String column) {
        return cells.getOrDefault(column, "").strip();
    }

    private static Optional<CaseNumber> number(String written) {
        try {
            return Optional.of(new CaseNumber(written.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException wrong) {
            return Optional.empty();
        }
    }

    private static Optional<AccountId> account(String written) {
        try {
            return Optional.of(new AccountId(written.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException wrong) {
            return Optional.empty();
        }
    }

    private static Optional<CaseStatus> status(String written) {
        String name = written.toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        for (CaseStatus status : CaseStatus.values()) {
            if (status.name().equals(name)) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }

    private Optional<Instant> time(String written) {
        try {
            return Optional.of(parse(written));
        } catch (DateTimeException wrong) {
            return Optional.empty();
        }
    }

    private Instant parse(String written) {
        if (written.length() == "2026-11-01".length()) {
            return LocalDate.parse(written).atStartOfDay(zone).toInstant();
        }
        String iso = written.replace(' ', 'T');
        boolean withOffset = iso.endsWith("Z") || iso.lastIndexOf('+') > 0 || iso.lastIndexOf('-') > iso.indexOf('T');
        return withOffset
                ? OffsetDateTime.parse(iso).toInstant()
                : LocalDateTime.parse(iso).atZone(zone).toInstant();
    }
}
