package md.portar.gateway.archfixture;

import org.telegram.telegrambots.meta.api.objects.Update;

/** Breaks: the gateway uses no platform SDK. */
public record GatewayThatKnowsTelegram(Update update) {}
