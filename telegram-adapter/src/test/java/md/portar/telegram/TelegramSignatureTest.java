package md.portar.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import md.portar.core.channel.RefusalReason;
import md.portar.core.settings.Secret;
import md.portar.core.testkit.channel.Outcomes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TelegramSignatureTest {
    private static TelegramHarness harness;

    @BeforeAll
    static void start() {
        harness = new TelegramHarness();
    }

    @AfterAll
    static void stop() {
        harness.close();
    }

    @Test
    void duringARotationBothSecretsAreGood() {
        assertThat(objectionTo(TelegramHarness.SECRET)).isNull();
        assertThat(objectionTo(TelegramHarness.PREVIOUS_SECRET)).isNull();
        assertThat(objectionTo("example-webhook-secret-2")).isEqualTo(RefusalReason.WRONG_SIGNATURE);
    }

    @Test
    void afterARotationOnlyTheNewSecretIsGood() {
        TelegramSignature signature =
                new TelegramSignature(new TelegramSettings.WebhookSecrets(Secret.of(TelegramHarness.SECRET), null));
        assertThat(signature.objection(harness.sign(TelegramHarness.SECRET, new byte[0])))
                .isEmpty();
        assertThat(signature.objection(harness.sign(TelegramHarness.PREVIOUS_SECRET, new byte[0])))
                .contains(RefusalReason.WRONG_SIGNATURE);
    }

    @Test
    void aPollingBotWithoutSecretTakesNoWebhook() {
        TelegramSignature signature = new TelegramSignature(null);
        assertThat(signature.objection(harness.sign("", new byte[0]))).contains(RefusalReason.WRONG_SIGNATURE);
        assertThat(signature.objection(harness.sign(TelegramHarness.SECRET, new byte[0])))
                .contains(RefusalReason.WRONG_SIGNATURE);
    }

    @Test
    void theStatusIs401WithoutASecretAnd403WithAWrongOne() {
        assertThat(RefusalReason.UNSIGNED.status()).isEqualTo(401);
        assertThat(harness.adapter().receive(harness.sign("wrong-secret-of-some-length", harness.goodBody())))
                .satisfies(outcome -> assertThat(Outcomes.refusal(outcome).map(RefusalReason::status))
                        .contains(403));
        assertThat(harness.channel(Map.of()).adapter().id()).isEqualTo(TelegramChannelFactory.ID);
    }

    private static @Nullable RefusalReason objectionTo(String secret) {
        return Outcomes.refusal(harness.adapter().receive(harness.sign(secret, harness.goodBody())))
                .orElse(null);
    }
}
