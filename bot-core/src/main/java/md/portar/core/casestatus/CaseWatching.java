package md.portar.core.casestatus;

import java.util.List;
import md.portar.core.conversation.CaseNumber;

/** Tells players who asked for it that their cases have changed. Thread-safe. */
public interface CaseWatching {
    /**
     * Takes notice of a case as it is now: everybody who watches it, who owns it and who was told of another status is told
     * once, if the messenger lets us write to him.
     *
     * @return how many were told
     */
    int seen(CaseRecord now);

    /** Watched numbers, in order after the given one, at most so many; for a source that has to be asked. */
    List<CaseNumber> watched(String after, int limit);
}
