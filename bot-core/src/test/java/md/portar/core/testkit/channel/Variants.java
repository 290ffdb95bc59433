package md.portar.core.testkit.channel;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** Makes broken, extended and poisoned bodies out of a fixture. */
final class Variants {
    private final Fixture fixture;

    private Variants(Fixture fixture) {
        this.fixture = fixture;
    }

    static Variants of(Fixture fixture) {
        return new Variants(fixture);
    }

    /** The body cut off at about two hundred places. */
    List<byte[]> cutOff() {
        byte[] body = fixture.body();
        List<byte[]> cuts = new ArrayList<>();
        for (int end = 0; end < body.length; end += 1 + body.length / 200) {
            cuts.add(Arrays.copyOf(body, end));
        }
        return cuts;
    }

    /** The body with each value in turn replaced by something of another kind, size or meaning. */
    List<byte[]> wrongValues() {
        List<byte[]> bodies = new ArrayList<>();
        if (fixture.form()) {
            List<String> odd = List.of("", "%00", "%F0%9F%98", "-1", "x".repeat(5_000), "a%26b%3Dc", "%E2%80%AE");
            odd.forEach(value -> bodies.addAll(eachField(value)));
            return bodies;
        }
        for (JsonNode value : oddValues()) {
            bodies.addAll(eachValue(value, node -> true));
        }
        return bodies;
    }

    /** The body with a field that nobody knows, in each object in turn. */
    List<byte[]> withUnknownField() {
        if (fixture.form()) {
            return List.of(bytes(fixture.text() + "&NeverHeardOf=1"));
        }
        List<byte[]> bodies = new ArrayList<>();
        for (JsonPointer at : pointers(JsonNode::isObject)) {
            JsonNode copy = tree();
            ((ObjectNode) copy.at(at)).putObject("never_heard_of").put("value", 1);
            bodies.add(bytes(copy.toString()));
        }
        return bodies;
    }

    /** The body with each text in turn replaced by the canary; ids and flags are left in peace only if they are no texts. */
    List<byte[]> poisoned(String canary) {
        return fixture.form()
                ? eachField(URLEncoder.encode(canary, StandardCharsets.UTF_8))
                : eachValue(TextNode.valueOf(canary), JsonNode::isTextual);
    }

    private static List<JsonNode> oddValues() {
        return List.of(
                NullNode.getInstance(),
                BooleanNode.TRUE,
                IntNode.valueOf(-1),
                BigIntegerNode.valueOf(BigInteger.TEN.pow(40)),
                DecimalNode.valueOf(new BigDecimal("1.5e300")),
                TextNode.valueOf(""),
                TextNode.valueOf("\u202e\u0000 \ud83d 4111"),
                TextNode.valueOf("x".repeat(5_000)),
                Fixture.JSON.createObjectNode(),
                Fixture.JSON.createArrayNode(),
                Fixture.JSON.createArrayNode().add(NullNode.getInstance()));
    }

    private List<byte[]> eachField(String value) {
        String[] fields = fixture.text().split("&");
        List<byte[]> bodies = new ArrayList<>();
        for (int i = 0; i < fields.length; i++) {
            String[] changed = fields.clone();
            changed[i] = fields[i].substring(0, fields[i].indexOf('=') + 1) + value;
            bodies.add(bytes(String.join("&", changed)));
        }
        return bodies;
    }

    private List<byte[]> eachValue(JsonNode value, Predicate<JsonNode> which) {
        List<byte[]> bodies = new ArrayList<>();
        for (JsonPointer at : pointers(which)) {
            JsonNode copy = tree();
            if (at.matches()) {
                copy = value;
            } else if (copy.at(at.head()) instanceof ObjectNode parent) {
                parent.set(at.last().getMatchingProperty(), value);
            } else {
                ((ArrayNode) copy.at(at.head())).set(at.last().getMatchingIndex(), value);
            }
            bodies.add(bytes(copy.toString()));
        }
        return bodies;
    }

    private List<JsonPointer> pointers(Predicate<JsonNode> which) {
        List<JsonPointer> found = new ArrayList<>();
        collect(tree(), JsonPointer.empty(), which, found);
        return found;
    }

    private static void collect(JsonNode node, JsonPointer at, Predicate<JsonNode> which, List<JsonPointer> found) {
        if (which.test(node)) {
            found.add(at);
        }
        node.fieldNames().forEachRemaining(name -> collect(node.get(name), at.appendProperty(name), which, found));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(node.get(i), at.appendIndex(i), which, found);
        }
    }

    private JsonNode tree() {
        try {
            return Fixture.JSON.readTree(fixture.text());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("fixture " + fixture.name() + " is no JSON", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
