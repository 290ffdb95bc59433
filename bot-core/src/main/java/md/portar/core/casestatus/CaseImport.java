package md.portar.core.casestatus;

import java.util.List;

/** Writes cases into the local table: one upsert per number; an older {@code updatedAt} never overwrites a newer one. */
@FunctionalInterface
public interface CaseImport {
    /** Stores all or none of the given cases and returns how many were new or changed. */
    int store(List<CaseRecord> cases);
}
