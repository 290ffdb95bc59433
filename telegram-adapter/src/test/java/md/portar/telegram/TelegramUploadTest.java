package md.portar.telegram;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import md.portar.core.testkit.MapSettings;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** TelegramBots is built for OkHttp 4 and runs on 5 here; uploads are the part of it that uses most of OkHttp. */
class TelegramUploadTest {
    @Test
    void aFileIsUploadedByTheLibraryOnOurClient() throws Exception {
        try (TelegramHarness harness = new TelegramHarness()) {
            harness.platform().stubFor(any(anyUrl()).willReturn(harness.sent()));
            URI url = URI.create("http://127.0.0.1:" + harness.platform().port());
            Map<String, Object> values = new HashMap<>(Map.of("token", TelegramHarness.TOKEN));
            values.put("webhook-secret", TelegramHarness.SECRET);
            values.put("api-url", url.toString());
            TelegramSettings settings = TelegramSettings.read(MapSettings.of("channels.telegram.main", values));
            OkHttpClient http = TelegramHttp.client(
                    new TelegramSettings.Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5)));
            Message sent = new OkHttpTelegramClient(http, TelegramHarness.TOKEN, settings.server())
                    .execute(SendDocument.builder()
                            .chatId("100000001")
                            .document(new InputFile(
                                    new ByteArrayInputStream("receipt".getBytes(StandardCharsets.UTF_8)),
                                    "receipt.txt"))
                            .build());
            assertThat(sent.getMessageId()).isEqualTo(4711);
            assertThat(harness.platform()
                            .getAllServeEvents()
                            .get(0)
                            .getRequest()
                            .getBodyAsString())
                    .contains("receipt", "receipt.txt", "100000001");
            http.dispatcher().executorService().shutdown();
        }
    }
}
