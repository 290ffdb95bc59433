package md.portar.core.pipeline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import md.portar.core.casestatus.CaseDirectory;
import md.portar.core.casestatus.CaseImport;
import md.portar.core.casestatus.CaseRecord;
import md.portar.core.casestatus.LookupAttempts;
import md.portar.core.conversation.CaseNumber;
import md.portar.core.message.ConversationKey;
import md.portar.core.store.AuditTrail;
import md.portar.core.store.Store;
import md.portar.core.store.StoreUnavailable;

/** The local table of cases, its import, and the locks against guessing. */
final class LocalCases implements CaseDirectory, CaseImport, LookupAttempts {
    /** So many failures within so long lock for the rest of that time. */
    private record Limit(int failures, Duration within) {
        /** When the lock ends; the list is newest first. */
        Optional<Instant> lockedUntil(List<Instant> newestFirst, Instant now) {
            List<Instant> recent = newestFirst.stream()
                    .filter(at -> at.isAfter(now.minus(within)))
                    .toList();
            return recent.size() < failures
                    ? Optional.empty()
                    : Optional.of(recent.get(failures - 1).plus(within));
        }
    }

    private static final Limit CASE = new Limit(10, Duration.ofHours(1));

    private final Store store;
    private final StoredCaseWatching watching;
    private final Clock clock;
    private final Limit personShort;
    private final Limit personLong;

    LocalCases(Store store, StoredCaseWatching watching, Clock clock, EngineSettings.Manners manners) {
        this.store = store;
        this.watching = watching;
        this.clock = clock;
        this.personShort = new Limit(manners.guesses(), Duration.ofMinutes(15));
        this.personLong = new Limit(manners.guessesPerDay(), Duration.ofDays(1));
    }

    @Override
    public Optional<CaseRecord> find(CaseNumber number) throws CasesUnavailable {
        try {
            return store.unitOfWork().read(tx -> store.cases().find(tx, number));
        } catch (StoreUnavailable e) {
            throw new CasesUnavailable("the table of cases cannot be read");
        }
    }

    @Override
    public int store(List<CaseRecord> cases) {
        return store.unitOfWork().run(tx -> {
            int changed = 0;
            // Nobody watches anything while a table is first filled; then no row need be asked about.
            boolean watched = !store.caseWatches().watched(tx, "", 1).isEmpty();
            for (CaseRecord record : cases) {
                if (store.cases().upsert(tx, record)) {
                    changed++;
                    if (watched) {
                        watching.seen(tx, record);
                    }
                }
            }
            store.audit()
                    .append(
                            tx,
                            new AuditTrail.Entry(
                                    clock.instant(), AuditTrail.Action.CASES_IMPORTED, null, null, null, null));
            return changed;
        });
    }

    @Override
    public Optional<Duration> lockedFor(ConversationKey person, CaseNumber number, Instant now) {
        return store.unitOfWork().read(tx -> {
            List<Instant> ofPerson = store.cases().failuresOf(tx, person, now.minus(personLong.within()));
            List<Instant> onCase = store.cases().failuresOn(tx, number, now.minus(CASE.within()));
            return Stream.of(
                            personShort.lockedUntil(ofPerson, now),
                            personLong.lockedUntil(ofPerson, now),
                            CASE.lockedUntil(onCase, now))
                    .flatMap(Optional::stream)
                    .max(Instant::compareTo)
                    .map(until -> Duration.between(now, until));
        });
    }

    @Override
    public void failed(ConversationKey person, CaseNumber number, Instant now) {
        store.unitOfWork().run(tx -> {
            store.cases().failed(tx, person, number, now);
            return true;
        });
    }
}
