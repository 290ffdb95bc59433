package md.portar.gateway.cli;

import java.util.ArrayList;
import java.util.List;
import md.portar.core.casestatus.CaseDirectory;
import md.portar.core.casestatus.CaseRecord;
import md.portar.core.pipeline.Engine;
import md.portar.core.store.StoreUnavailable;

/** Stores cases some hundred at a time, and counts what they changed. */
final class CaseBatches {
    private static final int SIZE = 500;

    private final Engine engine;
    private final List<CaseRecord> waiting = new ArrayList<>();
    private long added;
    private long changed;
    private long unchanged;

    CaseBatches(Engine engine) {
        this.engine = engine;
    }

    /** What became of the cases. */
    record Result(long added, long changed, long unchanged) {}

    /** Takes a case; it is stored when enough are together. */
    void add(CaseRecord record) {
        waiting.add(record);
        if (waiting.size() == SIZE) {
            flush();
        }
    }

    /** Stores what still waits. */
    void flush() {
        if (waiting.isEmpty()) {
            return;
        }
        long fresh = waiting.stream().filter(this::isNew).count();
        int stored = engine.caseImport().store(waiting);
        added += fresh;
        changed += stored - fresh;
        unchanged += waiting.size() - stored;
        waiting.clear();
    }

    private boolean isNew(CaseRecord record) {
        try {
            return engine.cases().find(record.number()).isEmpty();
        } catch (CaseDirectory.CasesUnavailable e) {
            throw new StoreUnavailable("the table of cases cannot be read");
        }
    }

    Result result() {
        return new Result(added, changed, unchanged);
    }
}
