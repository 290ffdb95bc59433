package md.portar.telegram.archfixture;

import md.portar.core.pipeline.Intake;

/** Breaks: adapters know neither store nor pipeline. */
public record TelegramThatKnowsTheStore(Intake intake) {}
