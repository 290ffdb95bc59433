package md.portar.telegram.archfixture;

import md.portar.messenger.archfixture.MessengerThatKnowsWhatsApp;
import org.jspecify.annotations.Nullable;

/** Breaks: adapters do not know each other. */
public record TelegramThatKnowsMessenger(@Nullable MessengerThatKnowsWhatsApp other) {}
