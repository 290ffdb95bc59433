package md.portar.gateway.cases;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import md.portar.core.casestatus.CaseRecord;
import md.portar.core.conversation.AccountId;
import md.portar.core.conversation.CaseNumber;
import md.portar.core.conversation.CaseStatus;
import md.portar.gateway.cases.HttpCases.Unusable;

/** Reads a help desk's answer; whatever does not fit exactly is unusable. Nothing of it is ever quoted. Thread-safe. */
final class CaseAnswer {
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(50).build())
                    .build())
            .build();

    private final HttpSourceSettings.Fields fields;

    CaseAnswer(HttpSourceSettings.Fields fields) {
        this.fields = fields;
    }

    JsonNode parse(byte[] body) throws Unusable {
        try {
            JsonNode node = JSON.readTree(body);
            if (node == null || !node.isContainerNode()) {
                throw new Unusable("not-json");
            }
            return node;
        } catch (IOException notJson) {
            throw new Unusable("not-json");
        }
    }

    /** The case; empty when the answer says plainly that there is none. */
    Optional<CaseRecord> read(JsonNode body, CaseNumber asked) throws Unusable {
        if (body.isEmpty()) {
            return Optional.empty();
        }
        try {
            CaseNumber number = new CaseNumber(text(body, fields.number()).toUpperCase(Locale.ROOT));
            if (!number.equals(asked)) {
                throw new Unusable("another-case");
            }
            AccountId account = new AccountId(text(body, fields.account()).toUpperCase(Locale.ROOT));
            CaseStatus status =
                    fields.statuses().get(text(body, fields.status()).strip().toLowerCase(Locale.ROOT));
            if (status == null) {
                throw new Unusable("unknown-status");
            }
            return Optional.of(new CaseRecord(number, account, status, time(body.at(fields.updated()))));
        } catch (IllegalArgumentException | DateTimeException doesNotFit) {
            throw new Unusable("field-does-not-fit");
        }
    }

    private static String text(JsonNode body, JsonPointer at) throws Unusable {
        JsonNode node = body.at(at);
        if (!node.isTextual() && !node.isIntegralNumber()) {
            throw new Unusable("field-missing");
        }
        return node.asText();
    }

    /** ISO 8601 with an offset, or seconds or milliseconds since 1970. */
    private static Instant time(JsonNode node) throws Unusable {
        if (node.isIntegralNumber()) {
            long value = node.asLong();
            return value > 100_000_000_000L ? Instant.ofEpochMilli(value) : Instant.ofEpochSecond(value);
        }
        if (!node.isTextual()) {
            throw new Unusable("field-missing");
        }
        return OffsetDateTime.parse(node.asText()).toInstant();
    }
}
