package md.portar.telegram;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import md.portar.core.channel.MediaSource;
import md.portar.core.guard.ScreenedText;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.telegram.telegrambots.meta.api.methods.GetFile;
import org.telegram.telegrambots.meta.api.objects.File;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/**
 * Fetches files by their id. The library's own download always goes to the official server, so the address is made here.
 * Exceptions name no address: it holds the token.
 */
final class TelegramMedia implements MediaSource {
    /** Bots cannot download more (https://core.telegram.org/bots/api#getfile, read 2026-11). */
    static final long MAX_BYTES = 20L * 1024 * 1024;

    // Reading the body counts; a phone's video over a slow line takes longer than any other call.
    private static final Duration WHOLE_DOWNLOAD = Duration.ofMinutes(2);
    private static final Pattern FILE_ID = Pattern.compile("[A-Za-z0-9_-]{1,250}");
    private static final Pattern FILE_PATH =
            Pattern.compile("(?:[A-Za-z0-9_-][A-Za-z0-9_.-]*/)*[A-Za-z0-9_-][A-Za-z0-9_.-]*");

    private final TelegramClient client;
    private final OkHttpClient http;
    private final TelegramSettings settings;

    TelegramMedia(TelegramClient client, OkHttpClient http, TelegramSettings settings) {
        this.client = client;
        this.http = http.newBuilder().callTimeout(WHOLE_DOWNLOAD).build();
        this.settings = settings;
    }

    @Override
    public CompletionStage<Media> fetch(ScreenedText reference) {
        if (!FILE_ID.matcher(reference.value()).matches()) {
            return CompletableFuture.failedFuture(new IOException("not a file id"));
        }
        try {
            return client.executeAsync(new GetFile(reference.value()))
                    .exceptionallyCompose(
                            e -> CompletableFuture.failedFuture(new IOException("Telegram does not give the file")))
                    .thenCompose(this::download);
        } catch (TelegramApiException e) {
            return CompletableFuture.failedFuture(new IOException("not a file id"));
        }
    }

    private CompletableFuture<Media> download(File file) {
        Long size = file.getFileSize();
        if (size != null && size > MAX_BYTES) {
            return CompletableFuture.failedFuture(new IOException("the file is larger than 20 MB"));
        }
        String path = file.getFilePath();
        if (path == null || !FILE_PATH.matcher(path).matches()) {
            return CompletableFuture.failedFuture(new IOException("Telegram names no usable place for the file"));
        }
        HttpUrl address = new HttpUrl.Builder()
                .scheme(settings.apiUrl().getScheme())
                .host(settings.apiUrl().getHost())
                .port(settings.port())
                .addPathSegment("file")
                .addPathSegment("bot" + settings.token().reveal())
                .addPathSegments(path)
                .build();
        Download download = new Download();
        // As it is, so that the length is known before the file is read.
        http.newCall(new Request.Builder()
                        .url(address)
                        .header("Accept-Encoding", "identity")
                        .build())
                .enqueue(download);
        return download;
    }

    /** The answer to a download, once its headers are there. */
    private static final class Download extends CompletableFuture<Media> implements Callback {
        @Override
        public void onFailure(Call call, IOException e) {
            completeExceptionally(new IOException("the file could not be fetched"));
        }

        @Override
        public void onResponse(Call call, Response response) {
            try {
                complete(media(response));
            } catch (IOException e) {
                response.close();
                completeExceptionally(e);
            }
        }

        private static Media media(Response response) throws IOException {
            long length = response.body().contentLength();
            if (response.code() != 200) {
                throw new IOException("the file could not be fetched, status " + response.code());
            }
            if (length > MAX_BYTES) {
                throw new IOException("the file is larger than 20 MB");
            }
            String type = response.header("Content-Type", "application/octet-stream");
            return new Media(new Bounded(response.body().byteStream()), type, length);
        }
    }

    /** Ends with an exception instead of going on past the limit. */
    static final class Bounded extends FilterInputStream {
        private long left = MAX_BYTES;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int count = super.read(buffer, from, length);
            count(Math.max(0, count));
            return count;
        }

        private void count(int bytes) throws IOException {
            left -= bytes;
            if (left < 0) {
                throw new IOException("the file is larger than 20 MB");
            }
        }
    }
}
