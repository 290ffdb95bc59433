package md.portar.gateway.cases;

import com.fasterxml.jackson.core.JsonPointer;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import md.portar.core.conversation.CaseStatus;
import md.portar.core.settings.Secret;
import md.portar.core.settings.SettingsSection;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * How a help desk is asked for a case.
 *
 * @param url with {@code {number}} where the case number goes
 * @param headers sent with every request, such as {@code Authorization}
 * @param timeout for one whole request
 * @param cache how long an answer is good; zero to ask every time
 * @param poll how often watched cases are looked at; zero for never
 * @param fields where in the answer things are
 */
public record HttpSourceSettings(
        String url,
        Map<String, Secret<String>> headers,
        Duration timeout,
        Duration cache,
        Duration poll,
        Fields fields) {
    static final String NUMBER = "{number}";
    private static final String EXAMPLE = "https://desk.example.org/cases/" + NUMBER;

    public HttpSourceSettings {
        headers = Map.copyOf(headers);
    }

    /**
     * JSON pointers (RFC 6901) into the answer, and the help desk's own words for a status, in lower case.
     */
    public record Fields(
            JsonPointer number,
            JsonPointer account,
            JsonPointer status,
            JsonPointer updated,
            Map<String, CaseStatus> statuses) {
        public Fields {
            statuses = Map.copyOf(statuses);
        }
    }

    static HttpSourceSettings read(SettingsSection section) {
        String url = section.text("url");
        if (!url.isBlank() && (!url.contains(NUMBER) || HttpUrl.parse(url.replace(NUMBER, "C-1")) == null)) {
            section.problem("url", "expected an address with " + NUMBER + " in it, such as " + EXAMPLE);
        }
        Map<String, Secret<String>> headers = new LinkedHashMap<>();
        SettingsSection named = section.section("headers");
        named.keys().forEach(name -> headers.put(name, named.secret(name)));
        SettingsSection pointers = section.section("pointers");
        Fields fields = new Fields(
                pointer(pointers, "number", "/number"),
                pointer(pointers, "account", "/account"),
                pointer(pointers, "status", "/status"),
                pointer(pointers, "updated", "/updated_at"),
                statuses(section.section("statuses")));
        return new HttpSourceSettings(
                url,
                headers,
                section.duration("timeout", Duration.ofSeconds(2)),
                section.duration("cache", Duration.ofSeconds(30)),
                section.duration("poll", Duration.ofMinutes(2)),
                fields);
    }

    private static JsonPointer pointer(SettingsSection section, String key, String usual) {
        try {
            return JsonPointer.compile(section.text(key, usual));
        } catch (IllegalArgumentException wrong) {
            section.problem(key, "expected a JSON pointer such as " + usual);
            return JsonPointer.compile(usual);
        }
    }

    private static Map<String, CaseStatus> statuses(SettingsSection section) {
        Map<String, CaseStatus> statuses = new HashMap<>();
        for (CaseStatus status : CaseStatus.values()) {
            statuses.put(status.name().toLowerCase(Locale.ROOT), status);
        }
        for (String key : section.keys()) {
            CaseStatus status = status(key);
            List<String> theirs = section.texts(key);
            if (status == null) {
                section.problem(
                        key, "expected one of received, in-review, waiting-for-you, escalated, resolved, closed");
                continue;
            }
            theirs.forEach(word -> statuses.put(word.strip().toLowerCase(Locale.ROOT), status));
        }
        return statuses;
    }

    private static @Nullable CaseStatus status(String key) {
        for (CaseStatus status : CaseStatus.values()) {
            if (status.name().equals(key.toUpperCase(Locale.ROOT).replace('-', '_'))) {
                return status;
            }
        }
        return null;
    }
}
