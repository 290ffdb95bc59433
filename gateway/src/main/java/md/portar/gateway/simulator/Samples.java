package md.portar.gateway.simulator;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The files a phone can send: invented, and with nothing in them. */
final class Samples {
    private Samples() {}

    /** A file to send. */
    record Sample(String name, String type, Buffer content) {}

    static Sample of(String kind) {
        return switch (kind) {
            case "photo", "sticker" -> new Sample("screenshot.png", "image/png", load("screenshot.png"));
            case "voice" -> new Sample("voice.ogg", "audio/ogg", load("voice.ogg"));
            case "document" -> new Sample("statement.pdf", "application/pdf", load("statement.pdf"));
            case "location" -> new Sample("Ștefan cel Mare Park", "", Buffer.buffer());
            case "contact" ->
                new Sample(
                        "Test User, +373 600 00 001",
                        "text/vcard",
                        Buffer.buffer(
                                "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Test User\r\nTEL:+37360000001\r\nEND:VCARD\r\n"));
            default -> throw new IllegalArgumentException("photo, voice, document, location, contact or sticker");
        };
    }

    private static Buffer load(String name) {
        try (InputStream in = Samples.class.getResourceAsStream("samples/" + name)) {
            if (in == null) {
                throw new IllegalStateException("samples/" + name + " is not on the class path");
            }
            return Buffer.buffer(in.readAllBytes());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
