package md.portar.core.handoff;

import java.time.Duration;

/** Figures for tabs and title. */
public record DeskCounts(int waiting, int mine, Duration oldestWait) {}
