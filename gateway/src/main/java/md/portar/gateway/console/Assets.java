package md.portar.gateway.console;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Scripts, styles and the icon, read once and served under a folder named after their common hash, so that browsers may keep
 * them for ever and a new version is a new address.
 */
final class Assets {
    private static final String OWN = "/md/portar/gateway/console/";
    private static final String HTMX = "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js";
    private static final List<String> SCRIPTS = List.of(
            "js/live.js",
            "js/list.js",
            "js/thread.js",
            "js/composer.js",
            "js/templates.js",
            "js/keys.js",
            "js/alerts.js",
            "js/time.js");

    private final Map<String, Asset> files = new LinkedHashMap<>();
    private final String base;

    private record Asset(String type, Buffer plain, Buffer zipped) {}

    Assets() {
        add("console.css", OWN + "console.css", "text/css; charset=utf-8");
        add("icon.svg", OWN + "icon.svg", "image/svg+xml");
        add("htmx.js", HTMX, "text/javascript; charset=utf-8");
        SCRIPTS.forEach(script -> add(script, OWN + script, "text/javascript; charset=utf-8"));
        base = "/console/assets/" + hash();
    }

    /** The folder's address, without a slash at its end. */
    String base() {
        return base;
    }

    void serve(RoutingContext context) {
        String path = context.normalizedPath();
        @Nullable Asset asset = path.startsWith(base + "/") ? files.get(path.substring(base.length() + 1)) : null;
        if (asset == null) {
            context.next();
            return;
        }
        String accepted = context.request().getHeader("Accept-Encoding");
        boolean zip = accepted != null && accepted.contains("gzip");
        context.response()
                .putHeader("Content-Type", asset.type())
                .putHeader("Cache-Control", "public, max-age=31536000, immutable")
                .putHeader("Vary", "Accept-Encoding");
        if (zip) {
            context.response().putHeader("Content-Encoding", "gzip");
        }
        context.response().end(zip ? asset.zipped() : asset.plain());
    }

    private void add(String name, String resource, String type) {
        try (InputStream in = Assets.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("missing in the jar: " + resource);
            }
            byte[] plain = in.readAllBytes();
            ByteArrayOutputStream zipped = new ByteArrayOutputStream();
            try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
                zip.write(plain);
            }
            files.put(name, new Asset(type, Buffer.buffer(plain), Buffer.buffer(zipped.toByteArray())));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }

    private String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach((name, file) -> {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update(file.plain().getBytes());
            });
            return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
        } catch (GeneralSecurityException e) {
            // Cannot happen: SHA-256 is required of every JDK.
            throw new IllegalStateException(e);
        }
    }
}
