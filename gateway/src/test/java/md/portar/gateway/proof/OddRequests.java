package md.portar.gateway.proof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import md.portar.gateway.simulator.ChatApp;

/** Requests that a parser, a proxy or a memory may stumble over, with genuine signatures where there is a body. */
final class OddRequests {
    private static final ChatApp APP = ChatApp.TELEGRAM;
    private static final int LARGEST = 1024 * 1024;

    private final List<Odd> all = new ArrayList<>();
    private final String path = Site.path(APP);
    private final String secret;
    private final byte[] good;

    /**
     * One request.
     *
     * @param closes whether the connection must not be used any further
     */
    @SuppressWarnings("ArrayRecordComponent") // a key by its identity
    record Odd(String name, byte[] bytes, boolean closes) {
        @Override
        public String toString() {
            return name;
        }
    }

    private OddRequests() {
        secret = Stage.accounts().telegram().webhookSecret();
        good = new Updates(Stage.accounts())
                .text(APP, 7_000_000L, "100000905", "menu")
                .getBytes(StandardCharsets.UTF_8);
    }

    static List<Odd> all() {
        OddRequests requests = new OddRequests();
        requests.sizes();
        requests.lengths();
        requests.encodings();
        requests.heads();
        return requests.all;
    }

    private void sizes() {
        byte[] tooLarge = new byte[LARGEST + 1];
        add("one byte more than 1 MiB", true, lengthOf(tooLarge.length), tooLarge);
        add("100 MiB announced, nothing sent", true, lengthOf(100 * LARGEST), new byte[0]);
        add("10 GB announced", true, "Content-Length: 10000000000\r\n", new byte[0]);
        add("10^30 announced", true, "Content-Length: 1" + "0".repeat(30) + "\r\n", new byte[0]);
        add("2^64 + the right length", true, "Content-Length: 18446744073709552" + good.length + "\r\n", good);
    }

    private void lengths() {
        add("a length below zero", true, "Content-Length: -1\r\n", good);
        add("a length with a plus", true, "Content-Length: +" + good.length + "\r\n", good);
        add("a length in hexadecimal", true, "Content-Length: 0x10\r\n", good);
        add("no digits", true, "Content-Length: many\r\n", good);
        add("two lengths", true, lengthOf(good.length) + lengthOf(5), good);
        add("two lengths in one", true, "Content-Length: " + good.length + ", 5\r\n", good);
        add("a length that is too short", false, lengthOf(good.length - 5), good);
    }

    private void encodings() {
        byte[] chunked = chunked(good);
        add("an unknown transfer encoding", true, "Transfer-Encoding: xchunked\r\n", chunked);
        add("chunked, then identity", true, "Transfer-Encoding: chunked, identity\r\n", chunked);
        add("an unknown encoding and a length", true, "Transfer-Encoding: x\r\n" + lengthOf(good.length), good);
        add("a chunk size that is no number", true, "Transfer-Encoding: chunked\r\n", bytes("zz\r\nabc\r\n0\r\n\r\n"));
        add("a chunk size below zero", true, "Transfer-Encoding: chunked\r\n", bytes("-1\r\nabc\r\n0\r\n\r\n"));
        add("a chunk of 2^63", true, "Transfer-Encoding: chunked\r\n", bytes("7fffffffffffffff\r\nabc"));
        byte[] bomb = bomb();
        add("a gzip bomb", false, "Content-Encoding: gzip\r\n" + lengthOf(bomb.length), bomb);
        add("a gzip body as transfer encoding", true, "Transfer-Encoding: gzip, chunked\r\n", chunked(bomb));
        add("deflate", false, "Content-Encoding: deflate\r\n" + lengthOf(good.length), good);
    }

    private void heads() {
        String tail = lengthOf(good.length);
        add("100 KB of headers", true, "X: " + "a".repeat(100_000) + "\r\n" + tail, good);
        add("5,000 headers", true, "X: a\r\n".repeat(5_000) + tail, good);
        add("a header without a colon", true, "nonsense\r\n" + tail, good);
        add("a header's name with a blank", true, "X Y : a\r\n" + tail, good);
        add("a NUL in a header", true, "X: a\0b\r\n" + tail, good);
        all.add(new Odd(
                "a target of 100 KB", bytes("POST /" + "a".repeat(100_000) + " HTTP/1.1\r\nHost: x\r\n\r\n"), true));
        all.add(new Odd("HTTP/0.9", bytes("GET " + path + "\r\n\r\n"), true));
        all.add(new Odd("HTTP/9.9", bytes("POST " + path + " HTTP/9.9\r\nHost: x\r\n\r\n"), true));
        all.add(new Odd("HTTP/2 without asking", bytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"), true));
        all.add(new Odd(
                "TLS",
                new byte[] {0x16, 0x03, 0x01, 0x00, 0x05, 0x01, 0x00, 0x00, 0x01, 0x00, '\r', '\n', '\r', '\n'},
                true));
        all.add(new Odd("noise", bytes("\0\1\2\3\r\n\r\n"), true));
    }

    private void add(String name, boolean closes, String lengths, byte[] body) {
        String head = "POST " + path + " HTTP/1.1\r\nHost: bots.example.org\r\nContent-Type: application/json\r\n"
                + "X-Telegram-Bot-Api-Secret-Token: " + secret + "\r\n" + lengths + "\r\n";
        all.add(new Odd(name, RawHttp.join(bytes(head), body), closes));
    }

    private static String lengthOf(int length) {
        return "Content-Length: " + length + "\r\n";
    }

    static byte[] chunked(byte[] body) {
        byte[] head = bytes(Integer.toHexString(body.length) + "\r\n");
        return RawHttp.join(RawHttp.join(head, body), bytes("\r\n0\r\n\r\n"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** 100 MiB of nothing in 100 KB. */
    private static byte[] bomb() {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            for (int i = 0; i < 100; i++) {
                zip.write(new byte[LARGEST]);
            }
            zip.finish();
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
