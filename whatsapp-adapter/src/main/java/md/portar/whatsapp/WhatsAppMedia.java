package md.portar.whatsapp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import md.portar.core.channel.MediaSource;
import md.portar.core.guard.ScreenedText;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Credentials;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Downloads files. Twilio answers with a redirect to its file server; the credentials go to Twilio's API alone, and neither step
 * may lead into our own network.
 */
final class WhatsAppMedia implements MediaSource {
    private static final long LARGEST = 16L * 1024 * 1024;

    private final WhatsAppSettings settings;
    private final OkHttpClient client;

    WhatsAppMedia(WhatsAppSettings settings, OkHttpClient http) {
        this.settings = settings;
        URI api = settings.servers().api();
        this.client =
                http.newBuilder().dns(host -> addresses(host, api.getHost())).build();
    }

    @Override
    public CompletionStage<Media> fetch(ScreenedText reference) {
        CompletableFuture<Media> future = new CompletableFuture<>();
        HttpUrl url = HttpUrl.parse(reference.value());
        HttpUrl api = HttpUrl.get(settings.servers().api());
        if (url == null || api == null || !isApi(url, api)) {
            future.completeExceptionally(new IOException("not an address of Twilio's files"));
            return future;
        }
        String basic = Credentials.basic(
                settings.accountSid(), settings.authTokens().get(0).reveal());
        Request request = new Request.Builder()
                .url(url.newBuilder()
                        .scheme(api.scheme())
                        .host(api.host())
                        .port(api.port())
                        .build())
                .header("Authorization", basic)
                .build();
        client.newCall(request).enqueue(new Download(future, true));
        return future;
    }

    /** The official address is taken for the configured server, since Twilio writes it into every webhook. */
    private static boolean isApi(HttpUrl url, HttpUrl api) {
        boolean official = url.host().equals("api.twilio.com") && url.isHttps();
        return official || (url.host().equals(api.host()) && url.port() == api.port());
    }

    private static List<InetAddress> addresses(String host, String trusted) throws UnknownHostException {
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

    private final class Download implements Callback {
        private final CompletableFuture<Media> future;
        private final boolean mayRedirect;

        Download(CompletableFuture<Media> future, boolean mayRedirect) {
            this.future = future;
            this.mayRedirect = mayRedirect;
        }

        @Override
        public void onFailure(Call call, IOException e) {
            future.completeExceptionally(new IOException("the file was not reached"));
        }

        @Override
        public void onResponse(Call call, Response response) {
            String location = response.header("Location");
            if (response.isRedirect() && mayRedirect && location != null) {
                response.close();
                follow(response.request().url().resolve(location));
            } else if (response.code() != 200 || response.body().contentLength() > LARGEST) {
                response.close();
                future.completeExceptionally(new IOException("the file is not there or too large"));
            } else {
                String type = response.header("Content-Type");
                Media media = new Media(
                        response.body().byteStream(),
                        type == null ? "application/octet-stream" : type,
                        response.body().contentLength());
                if (!future.complete(media)) {
                    response.close();
                }
            }
        }

        private void follow(@org.jspecify.annotations.Nullable HttpUrl target) {
            boolean sameServer = target != null
                    && target.host().equals(settings.servers().api().getHost());
            if (target == null || (!target.isHttps() && !sameServer)) {
                future.completeExceptionally(new IOException("the file's address is not one to follow"));
                return;
            }
            client.newCall(new Request.Builder().url(target).build()).enqueue(new Download(future, false));
        }
    }
}
