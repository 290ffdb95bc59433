package md.portar.core.archfixture.cycle;

import md.portar.core.archfixture2.CycleEnd;

/** Breaks, with its other half: packages form no cycle. */
public record CycleStart(CycleEnd end) {}
