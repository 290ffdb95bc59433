package md.portar.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChatCommandTest {
    @TempDir
    private Path folder;

    @Test
    void aConversationGoesFromAQuestionToAPersonAndBack() {
        Run run = Run.withInput("""
                Cum retrag banii?
                \s
                parola mea e florin22
                care e statusul cazului C-10482, cont 123456
                vreau un om
                agent> Salut, te ascult.
                agent> care e parola ta?
                retragerea nu merge
                agent> /resolve
                7
                /quit
                după sfârșit
                """, "chat", "--lang", "ro");
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains("you> Cum retrag banii?", "bot> ", "     [1] ")
                .contains("you> parola mea e ⟦PASSWORD⟧", "(your message was deleted from the chat)")
                .contains("C-10482", "în lucru")
                .contains("agent> Salut, te ascult.", "(not sent: asks for secret [PASSWORD])")
                .contains("you> retragerea nu merge")
                .doesNotContain("florin22", "după sfârșit", "\tat ");
        assertThat(run.lines()).filteredOn(line -> line.startsWith("you> [7] ")).hasSize(1);
    }

    @Test
    void whatThePlatformCannotDoIsNotShown() {
        Run run = Run.withInput("my pin is 4821\n", "chat", "--channel", "messenger", "--lang", "en");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("⟦PIN⟧").doesNotContain("4821", "deleted from the chat)");
    }

    @Test
    void theAgentCannotSpeakBeforeThePlayer() {
        Run run = Run.withInput("agent> hello\nagent> /resolve\n", "chat");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("(nobody has written yet)", "(the conversation is not with the agent)");
    }

    @Test
    void aLineThatIsNotUtf8IsToldAndLeftOut() {
        byte[] bytes = {(byte) 0xEF, (byte) 0xF0, (byte) 0xE8, '\n', '/', 'q', 'u', 'i', 't', '\n'};
        Run run = Run.with(new java.io.ByteArrayInputStream(bytes), "chat");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("line 1 is not UTF-8");
    }

    @Test
    void wrongOptionsAreMisunderstandings() {
        assertThat(Run.of("chat", "--lang", "xx").exit()).isEqualTo(2);
        assertThat(Run.of("chat", "--channel", "viber").exit()).isEqualTo(2);
        Run run = Run.of("chat", "--config", folder.resolve("no.yaml").toString());
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("no.yaml: cannot be read");
    }
}
