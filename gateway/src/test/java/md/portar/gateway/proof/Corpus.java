package md.portar.gateway.proof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import md.portar.gateway.simulator.ChatApp;

/** Bodies known to break parsers. */
final class Corpus {
    private Corpus() {}

    static List<byte[]> of(ChatApp app, Updates updates) {
        List<byte[]> bodies = new ArrayList<>();
        if (app == ChatApp.WHATSAPP) {
            for (String form : List.of(
                    "",
                    "&",
                    "=",
                    "&&&===",
                    "%",
                    "Body=%",
                    "Body=%u0041",
                    "Body=%zz",
                    "\0",
                    "Body",
                    "a=b;c=d",
                    "x=1&".repeat(400),
                    "x=1&".repeat(5_000),
                    "Body=" + "%41".repeat(100_000))) {
                bodies.add(form.getBytes(StandardCharsets.UTF_8));
            }
            bodies.add(new byte[] {'B', 'o', 'd', 'y', '=', (byte) 0xff, (byte) 0xfe, (byte) 0xc0});
            return bodies;
        }
        String good = updates.kinds(app, 3_000_000L).get(0);
        for (String json : List.of(
                "",
                " ",
                "null",
                "true",
                "0",
                "\"x\"",
                "[]",
                "{}",
                "[[]]",
                "NaN",
                "-",
                "{",
                "}",
                "{\"",
                "\u0000",
                "undefined",
                "[".repeat(10_000),
                "[".repeat(10_000) + "]".repeat(10_000),
                "{\"a\":".repeat(10_000),
                "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000),
                "1e400",
                "{\"update_id\":1e400}",
                "{\"update_id\":9223372036854775808}",
                "{\"update_id\":-9223372036854775809}",
                "{\"update_id\":" + "9".repeat(10_000) + "}",
                "{\"update_id\":1,\"update_id\":2}",
                "\uFEFF" + good,
                good + good,
                good + "\0",
                "//x\n" + good,
                good.replace('"', '\''),
                good.replace("{", "{,"),
                "{\"object\":\"page\",\"object\":[],\"entry\":{}}",
                "{\"object\":\"page\",\"entry\":[null,1,[],\"x\",{}]}",
                "{\"" + "n".repeat(100_000) + "\":1}",
                "{\"a\":\"" + "v".repeat(900_000) + "\"}")) {
            bodies.add(json.getBytes(StandardCharsets.UTF_8));
        }
        for (String odd :
                List.of("\\ud800", "\\udfff\\ud800", "\\u0000", "\\uFFFF", "\\u202e", "\\u", "\\x41", "\u0007")) {
            bodies.add(good.replace("how do I", odd).getBytes(StandardCharsets.UTF_8));
        }
        bodies.add(good.getBytes(StandardCharsets.UTF_16));
        bodies.add(good.getBytes(StandardCharsets.UTF_16LE));
        bodies.add(RawHttp.join(
                good.getBytes(StandardCharsets.UTF_8), new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80}));
        bodies.add(good.replace("how do I", "\u0001").getBytes(StandardCharsets.ISO_8859_1));
        bodies.add(new String(new char[] {'"', '\u00c3', '"'}).getBytes(StandardCharsets.ISO_8859_1));
        return bodies;
    }
}
