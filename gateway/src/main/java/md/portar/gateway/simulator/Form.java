package md.portar.gateway.simulator;

import io.vertx.core.buffer.Buffer;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fields of a form in the order sent; a field may repeat. */
record Form(Map<String, List<String>> fields, Map<String, Upload> uploads) {
    private static final Pattern NAME = Pattern.compile("\\bname=\"([^\"]*)\"");
    private static final Pattern FILE = Pattern.compile("\\bfilename=\"([^\"]*)\"");

    /** A file in a multipart body. */
    record Upload(String name, Buffer content) {}

    static final Form EMPTY = new Form(Map.of(), Map.of());

    static Form of(Map<String, String> fields) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        fields.forEach((name, value) -> all.put(name, List.of(value)));
        return new Form(all, Map.of());
    }

    static Form urlEncoded(String text) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (String pair : text.split("&")) {
            if (!pair.isEmpty()) {
                int is = pair.indexOf('=');
                String name = is < 0 ? pair : pair.substring(0, is);
                add(fields, decode(name), is < 0 ? "" : decode(pair.substring(is + 1)));
            }
        }
        return new Form(fields, Map.of());
    }

    /** Latin-1 keeps each byte one character, so that places in the text are places in the body. */
    static Form multipart(Buffer body, String boundary) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        Map<String, Upload> uploads = new LinkedHashMap<>();
        String raw = body.toString(StandardCharsets.ISO_8859_1);
        for (String part : raw.split(Pattern.quote("--" + boundary))) {
            int gap = part.indexOf("\r\n\r\n");
            Matcher name = NAME.matcher(gap < 0 ? "" : utf8(part.substring(0, gap)));
            if (gap < 0 || !name.find()) {
                continue;
            }
            String content = part.substring(gap + 4, part.endsWith("\r\n") ? part.length() - 2 : part.length());
            Matcher file = FILE.matcher(utf8(part.substring(0, gap)));
            if (file.find()) {
                Buffer bytes = Buffer.buffer(content.getBytes(StandardCharsets.ISO_8859_1));
                uploads.put(name.group(1), new Upload(file.group(1), bytes));
            } else {
                add(fields, name.group(1), utf8(content));
            }
        }
        return new Form(fields, uploads);
    }

    Optional<String> first(String name) {
        List<String> values = fields.getOrDefault(name, List.of());
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
    }

    String get(String name) {
        return first(name).orElse("");
    }

    Set<String> names() {
        return fields.keySet();
    }

    String encoded() {
        List<String> pairs = new ArrayList<>();
        fields.forEach((name, values) -> values.forEach(value -> pairs.add(encode(name) + "=" + encode(value))));
        return String.join("&", pairs);
    }

    private static void add(Map<String, List<String>> fields, String name, String value) {
        fields.computeIfAbsent(name, unused -> new ArrayList<>()).add(value);
    }

    private static String utf8(String latin1) {
        return new String(latin1.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }
}
