package md.portar.whatsapp;

import com.twilio.base.Page;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.content.v1.Content;
import com.twilio.rest.content.v1.Content.ContentCreateRequest;
import com.twilio.rest.content.v1.Content.ListItem;
import com.twilio.rest.content.v1.Content.QuickReplyAction;
import com.twilio.rest.content.v1.Content.QuickReplyActionType;
import com.twilio.rest.content.v1.Content.TwilioListPicker;
import com.twilio.rest.content.v1.Content.TwilioQuickReply;
import com.twilio.rest.content.v1.Content.Types;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import md.portar.core.channel.Choice;

/**
 * WhatsApp shows buttons only through templates of Twilio's Content API. A template is made once for each set of buttons, with the
 * message's words as its variable, under a name that is derived from the buttons, so that it is found again after a restart.
 * Within the 24-hour session such templates need no approval.
 */
final class WhatsAppContentTemplates {
    private static final String NAME_PREFIX = "portar-";
    private static final String SAMPLE = "How can we help?";
    private static final int PAGE_SIZE = 500;
    private static final int MOST_PAGES = 20;

    private final TwilioRestClient client;
    private final Map<String, String> sids = new ConcurrentHashMap<>();
    private final AtomicBoolean looked = new AtomicBoolean();

    WhatsAppContentTemplates(TwilioRestClient client) {
        this.client = client;
    }

    /** The template's content id, from memory, from Twilio, or newly made. Blocks; throws what the SDK throws. */
    String sidFor(List<Choice> choices) {
        String name = name(choices);
        Optional<String> known = Optional.ofNullable(sids.get(name));
        if (known.isEmpty() && !looked.get()) {
            lookUp();
            looked.set(true);
            known = Optional.ofNullable(sids.get(name));
        }
        return known.orElseGet(() -> sids.computeIfAbsent(name, unused -> create(name, choices)));
    }

    /** Forgets a template that Twilio no longer takes. */
    void forget(List<Choice> choices) {
        sids.remove(name(choices));
    }

    private void lookUp() {
        Page<Content> page = Content.reader().setPageSize(PAGE_SIZE).firstPage(client);
        for (int pages = 1; page != null; pages++) {
            for (Content content : page.getRecords()) {
                if (content.getFriendlyName() != null
                        && content.getFriendlyName().startsWith(NAME_PREFIX)) {
                    sids.putIfAbsent(content.getFriendlyName(), content.getSid());
                }
            }
            page = pages < MOST_PAGES && page.hasNextPage() ? Content.reader().nextPage(page, client) : null;
        }
    }

    private String create(String name, List<Choice> choices) {
        Types types = choices.size() <= WhatsAppMessageRenderer.MAX_BUTTONS ? buttons(choices) : list(choices);
        // Twilio wants a language for every template; it is not shown to anyone.
        ContentCreateRequest request = ContentCreateRequest.builder("en", types)
                .friendlyName(name)
                .variables(Map.of("1", SAMPLE))
                .build();
        Content content = Content.creator(request).create(client);
        if (content == null || content.getSid() == null) {
            throw new IllegalStateException("Twilio made a template without an id");
        }
        return content.getSid();
    }

    private static Types buttons(List<Choice> choices) {
        List<QuickReplyAction> actions = choices.stream()
                .map(choice -> new QuickReplyAction.Builder(choice.label().value())
                        .type(QuickReplyActionType.QUICK_REPLY)
                        .id(choice.id())
                        .build())
                .toList();
        return Types.builder()
                .twilioQuickReply(new TwilioQuickReply.Builder("{{1}}", actions).build())
                .build();
    }

    private static Types list(List<Choice> choices) {
        List<ListItem> items = choices.stream().map(choice -> item(choice)).toList();
        return Types.builder()
                .twilioListPicker(new TwilioListPicker.Builder("{{1}}", "☰", items).build())
                .build();
    }

    private static ListItem item(Choice choice) {
        ListItem.Builder item = new ListItem.Builder(choice.id(), choice.label().value());
        choice.details()
                .map(details -> details.value())
                .filter(details -> details.length() <= WhatsAppMessageRenderer.MAX_LIST_DESCRIPTION)
                .ifPresent(item::description);
        return item.build();
    }

    private static String name(List<Choice> choices) {
        StringBuilder content = new StringBuilder();
        choices.forEach(choice -> content.append(choice.id())
                .append('\u0000')
                .append(choice.label().value())
                .append('\u0000')
                .append(choice.details().map(details -> details.value()).orElse(""))
                .append('\u0001'));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(content.toString().getBytes(StandardCharsets.UTF_8));
            return NAME_PREFIX + HexFormat.of().formatHex(hash, 0, 12);
        } catch (GeneralSecurityException e) {
            // Cannot happen: SHA-256 is required of every JDK.
            throw new IllegalStateException("no SHA-256 in this JDK", e);
        }
    }
}
