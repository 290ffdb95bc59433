package md.portar.whatsapp;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import md.portar.core.channel.MessageTemplate;
import md.portar.core.channel.TemplateName;
import md.portar.core.channel.TemplateSettings;
import md.portar.core.message.Language;
import md.portar.core.settings.Secret;
import md.portar.core.settings.SettingsSection;

/**
 * What is configured for one sender under {@code channels.whatsapp.<account>}.
 *
 * @param authTokens signs webhooks: the token, and the one before it while it is being changed; the first one sends
 * @param sender where messages come from
 * @param templates what may be sent outside the reply window, with the content ids
 */
record WhatsAppSettings(
        String accountSid,
        List<Secret<String>> authTokens,
        Sender sender,
        Servers servers,
        Buttons buttons,
        List<TemplateSettings.Configured> templates,
        Limits limits) {
    private static final URI API = URI.create("https://api.twilio.com");
    private static final URI CONTENT = URI.create("https://content.twilio.com");
    private static final Pattern ACCOUNT = Pattern.compile("AC[0-9a-fA-F]{32}");
    private static final Pattern NUMBER = Pattern.compile("whatsapp:\\+[0-9]{6,15}");
    private static final Pattern SERVICE = Pattern.compile("MG[0-9a-fA-F]{32}");
    /** A template's words have at most 1,024 characters, its variables filled in (Twilio, content types, read 2026-11-28). */
    private static final TemplateSettings.Platform TEMPLATES = new TemplateSettings.Platform(
            "content-sid", Pattern.compile("HX[0-9a-fA-F]{32}"), "HX and 32 hexadecimal digits", 1_024);

    private static final int SHORTEST_TOKEN = 12;

    /** A number, or a messaging service that has one; the other is empty. */
    record Sender(String number, String messagingServiceSid) {}

    /** Twilio's servers. Settings, so that tests and proxies can stand in. */
    record Servers(URI api, URI content) {}

    /**
     * How long to wait and how fast to send.
     *
     * @param perSecond messages a second over the whole sender; Twilio allows 80 by default
     */
    record Limits(Duration connect, Duration request, Duration conversationGap, int perSecond) {}

    /** How choices are offered. */
    enum Buttons {
        /** As WhatsApp buttons and lists, through templates of the Content API. */
        CONTENT,
        /** As numbered lines of text. */
        NUMBERED
    }

    WhatsAppSettings {
        authTokens = List.copyOf(authTokens);
        templates = List.copyOf(templates);
    }

    static WhatsAppSettings read(SettingsSection section) {
        List<Secret<String>> tokens = new ArrayList<>();
        tokens.add(section.secret("auth-token"));
        section.optionalSecret("previous-auth-token").ifPresent(tokens::add);
        for (Secret<String> token : tokens) {
            if (section.has("auth-token") && token.reveal().length() < SHORTEST_TOKEN) {
                section.problem("auth-token", "is too short to be a Twilio auth token");
            }
        }
        URI api = section.url("api-url", API);
        return new WhatsAppSettings(
                matching(section, "account-sid", section.text("account-sid"), ACCOUNT, "AC and 32 hexadecimal digits"),
                tokens,
                sender(section),
                new Servers(api, section.url("content-url", section.has("api-url") ? api : CONTENT)),
                section.choice("buttons", Buttons.class, Buttons.CONTENT),
                TemplateSettings.read(section.section("templates"), TEMPLATES),
                new Limits(
                        section.duration("connect-timeout", Duration.ofSeconds(5)),
                        section.duration("request-timeout", Duration.ofSeconds(15)),
                        section.duration("conversation-gap", Duration.ZERO),
                        section.number("per-second", 80, 1, 10_000)));
    }

    private static Sender sender(SettingsSection section) {
        Optional<String> service = section.optionalText("messaging-service-sid")
                .map(sid -> matching(section, "messaging-service-sid", sid, SERVICE, "MG and 32 hexadecimal digits"));
        Optional<String> number = section.optionalText("from")
                .map(from -> matching(section, "from", from, NUMBER, "whatsapp:+ and the number"));
        if (service.isEmpty() && number.isEmpty()) {
            section.problem("from", "is required (or messaging-service-sid): the number that players write to");
        }
        return new Sender(number.orElse(""), service.orElse(""));
    }

    /** The content id of a template in a language; empty when there is none. */
    Optional<String> contentSid(TemplateName name, Language language) {
        return templates.stream()
                .filter(configured -> configured.template().name().equals(name))
                .flatMap(configured -> Optional.ofNullable(configured.ids().get(language)).stream())
                .findFirst();
    }

    /** The templates without what only Twilio needs to know. */
    List<MessageTemplate> offered() {
        return templates.stream().map(TemplateSettings.Configured::template).toList();
    }

    private static String matching(SettingsSection section, String key, String value, Pattern form, String expected) {
        if (section.has(key) && !form.matcher(value).matches()) {
            section.problem(key, "expected " + expected);
        }
        return value;
    }
}
