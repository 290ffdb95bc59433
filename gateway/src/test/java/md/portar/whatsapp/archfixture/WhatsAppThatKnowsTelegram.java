package md.portar.whatsapp.archfixture;

import md.portar.telegram.archfixture.TelegramThatKnowsMessenger;

/** Breaks: adapters do not know each other. */
public record WhatsAppThatKnowsTelegram(TelegramThatKnowsMessenger other) {}
