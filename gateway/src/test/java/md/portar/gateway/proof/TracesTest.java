package md.portar.gateway.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A search that finds nothing shows something only when it finds what was put there on purpose. */
class TracesTest {
    private static final String VALUE = "Qz7vulpe 00417";

    private static List<String> found(String content) {
        return found(content, StandardCharsets.UTF_8);
    }

    private static List<String> found(String content, Charset charset) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {0, 1, 2, (byte) 0xff});
        bytes.writeBytes(content.getBytes(charset));
        bytes.writeBytes(new byte[] {(byte) 0xfe, 7});
        return Traces.of(VALUE).in(bytes.toByteArray());
    }

    @Test
    void aPlantedValueIsFoundInEveryWriting() {
        assertThat(found("before " + VALUE + " after")).contains("plain");
        assertThat(found("before " + VALUE.toLowerCase(Locale.ROOT))).contains("plain");
        assertThat(found("é" + VALUE, StandardCharsets.UTF_16LE)).contains("UTF-16LE");
        assertThat(found("é" + VALUE, StandardCharsets.UTF_16BE)).contains("UTF-16BE");
        assertThat(found("a=" + URLEncoder.encode(VALUE, StandardCharsets.UTF_8) + "&b"))
                .contains("form");
        assertThat(found("/x/" + VALUE.replace(" ", "%20") + "/")).contains("path");
        StringBuilder escaped = new StringBuilder();
        StringBuilder percent = new StringBuilder();
        for (int i = 0; i < VALUE.length(); i++) {
            char c = VALUE.charAt(i);
            escaped.append("\\u").append(HexFormat.of().withUpperCase().toHexDigits(c));
            percent.append('%').append(HexFormat.of().toHexDigits((byte) c));
        }
        assertThat(found("\"" + escaped + "\"")).contains("JSON");
        assertThat(found(percent.toString())).contains("URL");
        assertThat(found(HexFormat.of().formatHex(VALUE.getBytes(StandardCharsets.UTF_8))))
                .contains("hexadecimal");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 10})
    void aPlantedValueIsFoundInsideLongerBase64(int before) {
        byte[] longer = ("*".repeat(before) + VALUE + "~!").getBytes(StandardCharsets.UTF_8);
        assertThat(found(Base64.getEncoder().encodeToString(longer))).contains("Base64 after " + before % 3);
        assertThat(found(Base64.getUrlEncoder().encodeToString(longer))).contains("Base64 after " + before % 3);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThat(found("Qz7vulpf 00417 and MTIzNDU2Nzg5MA==")).isEmpty();
    }
}
