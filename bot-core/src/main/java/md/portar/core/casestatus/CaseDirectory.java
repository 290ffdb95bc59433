package md.portar.core.casestatus;

import java.util.Optional;
import md.portar.core.conversation.CaseNumber;

/** Where cases are known: the local table or a help desk. */
@FunctionalInterface
public interface CaseDirectory {
    /**
     * Looks a case up by number; the caller compares the owner. May block for as long as its time-out.
     *
     * @throws CasesUnavailable when the source cannot be asked now
     */
    Optional<CaseRecord> find(CaseNumber number) throws CasesUnavailable;

    /** The source of cases does not answer. */
    final class CasesUnavailable extends Exception {
        private static final long serialVersionUID = 1L;

        public CasesUnavailable(String what) {
            super(what);
        }
    }
}
