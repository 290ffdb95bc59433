package md.portar.core.archfixture2;

import md.portar.core.archfixture.cycle.CycleStart;
import org.jspecify.annotations.Nullable;

/** Breaks, with its other half: packages form no cycle. */
public record CycleEnd(@Nullable CycleStart start) {}
