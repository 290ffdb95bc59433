package md.portar.messenger.archfixture;

import md.portar.whatsapp.archfixture.WhatsAppThatKnowsTelegram;

/** Breaks: adapters do not know each other. */
public record MessengerThatKnowsWhatsApp(WhatsAppThatKnowsTelegram other) {}
