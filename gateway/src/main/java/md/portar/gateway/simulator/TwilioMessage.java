package md.portar.gateway.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** A message as Twilio keeps it: its copy, which can be emptied or removed without touching the phone. */
record TwilioMessage(
        String sid, Parties parties, String body, String status, int error, List<String> media, Instant at) {
    private static final DateTimeFormatter RFC_1123 = DateTimeFormatter.RFC_1123_DATE_TIME;

    /** Who to whom. */
    record Parties(String account, String from, String to, boolean inbound) {
        String player() {
            return inbound ? from : to;
        }
    }

    TwilioMessage withStatus(String other, int code) {
        return new TwilioMessage(sid, parties, body, other, code, media, at);
    }

    TwilioMessage withoutBody() {
        return new TwilioMessage(sid, parties, "", status, error, media, at);
    }

    TwilioMessage withoutMedia(String gone) {
        return new TwilioMessage(
                sid,
                parties,
                body,
                status,
                error,
                media.stream().filter(id -> !id.equals(gone)).toList(),
                at);
    }

    boolean inProgress() {
        return status.equals("queued") || status.equals("sending");
    }

    ObjectNode json() {
        String date = RFC_1123.format(at.atOffset(ZoneOffset.UTC));
        String uri = "/2010-04-01/Accounts/" + parties.account() + "/Messages/" + sid;
        ObjectNode node = Json.object()
                .put("sid", sid)
                .put("account_sid", parties.account())
                .put("api_version", "2010-04-01")
                .put("body", body)
                .put("date_created", date)
                .put("date_sent", date)
                .put("date_updated", date)
                .put("direction", parties.inbound() ? "inbound" : "outbound-api")
                .put("from", parties.from())
                .put("to", parties.to())
                .put("num_media", String.valueOf(media.size()))
                .put("num_segments", "1")
                .put("status", status)
                .put("uri", uri + ".json");
        node.putNull("messaging_service_sid");
        node.putNull("price");
        node.put("price_unit", "USD");
        if (error == 0) {
            node.putNull("error_code").putNull("error_message");
        } else {
            node.put("error_code", error).putNull("error_message");
        }
        node.putObject("subresource_uris").put("media", uri + "/Media.json");
        return node;
    }
}
