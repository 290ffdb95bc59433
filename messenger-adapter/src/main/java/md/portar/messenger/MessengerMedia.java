package md.portar.messenger;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import md.portar.core.channel.MediaSource;
import md.portar.core.guard.ScreenedText;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Downloads attachments. Their addresses come in from outside, so only Meta's own hosts are asked, over TLS, never an address of
 * our own network, and no redirect is followed.
 */
final class MessengerMedia implements MediaSource {
    private static final List<String> META_HOSTS = List.of("fbcdn.net", "fbsbx.com", "facebook.com");

    private final OkHttpClient client;
    private final URI api;

    MessengerMedia(MessengerHttp http, URI api) {
        this.api = api;
        this.client = http.client()
                .newBuilder()
                .dns(new PublicAddressesOnly(api.getHost()))
                .build();
    }

    @Override
    public CompletionStage<Media> fetch(ScreenedText reference) {
        CompletableFuture<Media> future = new CompletableFuture<>();
        HttpUrl url = HttpUrl.parse(reference.value());
        if (url == null || !isAllowed(url)) {
            future.completeExceptionally(new IOException("not an address of the platform's files"));
            return future;
        }
        client.newCall(new Request.Builder().url(url).build()).enqueue(new Callback() {
            @Override
            public void onFailure(Call call, IOException e) {
                future.completeExceptionally(new IOException("the file was not reached"));
            }

            @Override
            public void onResponse(Call call, Response response) {
                if (response.code() != 200) {
                    response.close();
                    future.completeExceptionally(new IOException("the file is not there: status " + response.code()));
                    return;
                }
                String type = response.header("Content-Type", "application/octet-stream");
                Media media = new Media(
                        response.body().byteStream(),
                        type == null ? "application/octet-stream" : type,
                        response.body().contentLength());
                if (!future.complete(media)) {
                    response.close();
                }
            }
        });
        return future;
    }

    private boolean isAllowed(HttpUrl url) {
        String host = url.host().toLowerCase(Locale.ROOT);
        if (host.equals(api.getHost()) && url.scheme().equals(api.getScheme())) {
            return true;
        }
        return url.isHttps() && META_HOSTS.stream().anyMatch(meta -> host.equals(meta) || host.endsWith("." + meta));
    }

    /** Refuses names that lead into our own network; the configured API host may, since the operator chose it. */
    private static final class PublicAddressesOnly implements Dns {
        private final String trusted;

        PublicAddressesOnly(String trusted) {
            this.trusted = trusted;
        }

        @Override
        public List<InetAddress> lookup(String host) throws UnknownHostException {
            List<InetAddress> addresses = new ArrayList<>(Dns.SYSTEM.lookup(host));
            if (!host.equals(trusted)) {
                addresses.removeIf(address -> address.isLoopbackAddress()
                        || address.isSiteLocalAddress()
                        || address.isLinkLocalAddress()
                        || address.isAnyLocalAddress()
                        || address.isMulticastAddress());
            }
            if (addresses.isEmpty()) {
                throw new UnknownHostException("no public address");
            }
            return addresses;
        }
    }
}
