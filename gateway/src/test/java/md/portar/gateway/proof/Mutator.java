package md.portar.gateway.proof;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes odd bodies of good ones: by bytes, by words that parsers stumble over, and by structure. The same seed, the same bodies. */
final class Mutator {
    private static final ObjectMapper JSON = new ObjectMapper();
    static final List<String> ODD_VALUES = List.of(
            "null",
            "[]",
            "{}",
            "\"\"",
            "[null]",
            "{\"\":null}",
            "true",
            "-1",
            "0",
            "1e400",
            "-0.0",
            "9223372036854775808",
            "18446744073709551616",
            "1.5",
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"\\u0000\"",
            "\"\\u202e\\u2066x\"",
            "\"' OR 1=1 --\"",
            "\"<script>alert(1)</script>\"",
            "\"../../etc/passwd\"",
            "\"${env:TELEGRAM_TOKEN}\"",
            "\"" + "a".repeat(5_000) + "\"",
            "\"" + "\\u0301".repeat(2_000) + "\"",
            "[[[[[[[[[[[[]]]]]]]]]]]]");
    private static final List<String> WORDS = List.of(
            "\0",
            "\uFEFF",
            "%00",
            "%",
            "%zz",
            "&&",
            "==",
            "&=",
            "\"",
            "\\",
            "\\u",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "1e400",
            "9223372036854775808",
            "\r\n",
            "null",
            "NaN",
            "//",
            "/*",
            "+",
            " ",
            "😀",
            "́");

    private final Random random;

    Mutator(long seed) {
        random = new Random(seed);
    }

    /** Another body. */
    byte[] mutate(String good, boolean json) {
        if (json && random.nextInt(3) == 0) {
            return restructured(good).getBytes(StandardCharsets.UTF_8);
        }
        byte[] body = good.getBytes(StandardCharsets.UTF_8);
        int times = 1 + random.nextInt(4);
        for (int i = 0; i < times && body.length > 0; i++) {
            body = once(body);
        }
        return body;
    }

    private byte[] once(byte[] body) {
        int at = random.nextInt(body.length);
        int length = Math.min(body.length - at, 1 + random.nextInt(20));
        return switch (random.nextInt(7)) {
            case 0 -> spliced(body, at, 1, new byte[] {(byte) random.nextInt(256)});
            case 1 -> spliced(body, at, 0, new byte[] {(byte) random.nextInt(256)});
            case 2 -> spliced(body, at, length, new byte[0]);
            case 3 -> spliced(body, at, 0, java.util.Arrays.copyOfRange(body, at, at + length));
            case 4 -> java.util.Arrays.copyOf(body, at);
            default -> spliced(body, at, random.nextInt(2) * length, word());
        };
    }

    private byte[] word() {
        String word = random.nextBoolean()
                ? WORDS.get(random.nextInt(WORDS.size()))
                : ODD_VALUES.get(random.nextInt(ODD_VALUES.size()));
        return word.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] spliced(byte[] body, int at, int removed, byte[] added) {
        ByteArrayOutputStream result = new ByteArrayOutputStream(body.length + added.length);
        result.write(body, 0, at);
        result.writeBytes(added);
        int rest = Math.min(body.length, at + removed);
        result.write(body, rest, body.length - rest);
        return result.toByteArray();
    }

    private String restructured(String good) {
        List<String> variants = variants(good, ODD_VALUES.get(random.nextInt(ODD_VALUES.size())));
        return variants.get(random.nextInt(variants.size()));
    }

    /** The document with each of its fields, in turn, given another value. */
    static List<String> variants(String good, String odd) {
        List<String> variants = new ArrayList<>();
        JsonNode root = tree(good);
        walk(root, root, odd, variants);
        return variants;
    }

    /** The document without each of its fields, in turn. */
    static List<String> withoutEach(String good) {
        List<String> variants = new ArrayList<>();
        for (String variant : variants(good, "\"\u0001gone\u0001\"".replace("\u0001", "@@"))) {
            variants.add(variant.replaceAll("\"[^\"]*\":\"@@gone@@\",?", "").replaceAll(",}", "}"));
        }
        return variants;
    }

    private static void walk(JsonNode root, JsonNode node, String odd, List<String> variants) {
        if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                JsonNode before = object.get(name);
                object.put(name, "@@here@@");
                variants.add(root.toString().replace("\"@@here@@\"", odd));
                object.set(name, before);
                walk(root, before, odd, variants);
            }
        } else if (node instanceof ArrayNode array) {
            array.forEach(element -> walk(root, element, odd, variants));
        }
    }

    private static JsonNode tree(String good) {
        try {
            return JSON.readTree(good);
        } catch (JsonProcessingException notJson) {
            throw new IllegalArgumentException("the good body is no JSON", notJson);
        }
    }
}
