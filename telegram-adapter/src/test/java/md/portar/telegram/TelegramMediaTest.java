package md.portar.telegram;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import md.portar.core.channel.MediaSource;
import md.portar.core.guard.SecretGuard;
import md.portar.core.testkit.LogCapture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TelegramMediaTest {
    private static final String FILE_ID = "AgACAgIAAxlargeAB";
    private static final String FILE = "/file/bot" + TelegramHarness.TOKEN + "/photos/file_1.jpg";
    private static TelegramHarness harness;

    @BeforeAll
    static void start() {
        harness = new TelegramHarness();
    }

    @AfterAll
    static void stop() {
        harness.close();
    }

    @BeforeEach
    void aPhotoIsThere() {
        harness.platform().resetAll();
        named("photos/file_1.jpg", 5);
        harness.platform()
                .stubFor(get(urlPathEqualTo(FILE))
                        .willReturn(aResponse()
                                .withHeader("Content-Type", "image/jpeg")
                                .withBody("photo")));
    }

    @Test
    void aFileIsFetchedFromTheConfiguredServer() throws Exception {
        MediaSource.Media media = fetch(FILE_ID);
        try (InputStream stream = media.stream()) {
            assertThat(stream.readAllBytes()).asString().isEqualTo("photo");
        }
        assertThat(media.declaredType()).isEqualTo("image/jpeg");
        assertThat(media.length()).isEqualTo(5);
    }

    @Test
    void aFileThatIsTooLargeIsNotFetched() {
        named("photos/file_1.jpg", TelegramMedia.MAX_BYTES + 1);
        assertThat(failure(FILE_ID)).hasMessageContaining("20 MB");
    }

    @Test
    void aFileThatIsLargerThanNamedIsNotFetched() {
        harness.platform()
                .stubFor(get(urlPathEqualTo(FILE))
                        .willReturn(aResponse().withBody(new byte[(int) TelegramMedia.MAX_BYTES + 1])));
        assertThat(failure(FILE_ID)).hasMessageContaining("20 MB");
    }

    @Test
    void aStreamThatDoesNotEndInTimeEndsWithAnException() throws IOException {
        byte[] tooLarge = new byte[(int) TelegramMedia.MAX_BYTES + 1];
        try (InputStream stream = new TelegramMedia.Bounded(new ByteArrayInputStream(tooLarge))) {
            assertThat(stream.readNBytes((int) TelegramMedia.MAX_BYTES)).hasSize((int) TelegramMedia.MAX_BYTES);
            assertThat(catchThrowable(stream::read))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("20 MB");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "/etc/passwd", "photos/../../getMe", "", "a b", "http://example.com/x"})
    void anOddPlaceIsNotFollowed(String path) {
        named(path, 5);
        assertThat(failure(FILE_ID)).hasMessageContaining("no usable place");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../x", "a b", "file?id=1"})
    void whatIsNoFileIdIsNotAskedFor(String reference) {
        assertThat(failure(reference)).hasMessage("not a file id");
        assertThat(harness.platform().getAllServeEvents()).isEmpty();
    }

    @Test
    void failuresNameNoAddress() {
        try (LogCapture log = LogCapture.open()) {
            harness.platform().stubFor(get(anyUrl()).willReturn(aResponse().withStatus(404)));
            Throwable missing = failure(FILE_ID);
            harness.platform().stubFor(any(anyUrl()).willReturn(TelegramAnswers.error(400, "wrong file_id", "{}")));
            Throwable refused = failure(FILE_ID);
            assertThat(missing + " " + refused + " " + refused.getCause() + log.text())
                    .contains("status 404", "does not give the file")
                    .doesNotContain(harness.secrets());
        }
    }

    private static void named(String path, long size) {
        harness.platform().stubFor(post(urlPathMatching("(?i).*/getfile")).willReturn(TelegramHarness.ok("""
                {"file_id": "x", "file_unique_id": "y", "file_size": %d, "file_path": "%s"}""".formatted(
                        size, path))));
    }

    private static MediaSource.Media fetch(String reference) throws Exception {
        return harness.channel(Map.of("request-timeout", "30s"))
                .media()
                .orElseThrow()
                .fetch(SecretGuard.standard().rescreen(reference))
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
    }

    private static Throwable failure(String reference) {
        Throwable thrown = catchThrowable(() -> fetch(reference));
        assertThat(thrown).isInstanceOf(ExecutionException.class);
        assertThat(thrown.getCause()).isInstanceOf(IOException.class);
        return thrown.getCause();
    }
}
