package md.portar.core.faq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import md.portar.core.conversation.TopicId;
import md.portar.core.message.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReloadingCatalogueTest {
    @TempDir
    Path folder;

    @BeforeEach
    void copyTheShippedPack() throws IOException {
        EditedPack shipped = new EditedPack();
        Files.createDirectories(folder.resolve("topics"));
        for (FaqTopic topic : BuiltInPack.CATALOGUE.topics()) {
            copy(shipped, "topics/" + topic.id().value() + ".yaml");
        }
        for (String file : new String[] {"pack.yaml", "none.yaml", "concepts.yaml", "placeholders.yaml"}) {
            copy(shipped, file);
        }
    }

    @Test
    void anEditTakesOverAndABrokenOneDoesNot() throws IOException {
        ReloadingCatalogue reloading = new ReloadingCatalogue(folder, OperatorTexts.none());
        assertThat(reloading.poll()).isEqualTo(ReloadingCatalogue.Outcome.UNCHANGED);

        FaqCatalogue before = reloading.current();
        Files.writeString(folder.resolve("topics/kyc-how.yaml"), "id: [");
        assertThat(reloading.poll()).isEqualTo(ReloadingCatalogue.Outcome.REJECTED);
        assertThat(reloading.current()).isSameAs(before);
        assertThat(reloading.rejected().orElseThrow().toString()).contains("topics/kyc-how.yaml:1: broken YAML");
        assertThat(reloading.poll()).isEqualTo(ReloadingCatalogue.Outcome.UNCHANGED);

        copy(new EditedPack(), "topics/kyc-how.yaml");
        edit("\n  title: ", "\n  title: X");
        assertThat(reloading.poll()).isEqualTo(ReloadingCatalogue.Outcome.RELOADED);
        assertThat(reloading.rejected()).isEmpty();
        assertThat(reloading
                        .current()
                        .topic(new TopicId("kyc-how"))
                        .flatMap(topic -> topic.in(Language.RO))
                        .orElseThrow()
                        .title()
                        .value())
                .startsWith("X");
    }

    @Test
    void aTextThatIsNotUtf8IsNamed() throws IOException {
        Files.write(folder.resolve("topics/kyc-how.yaml"), new byte[] {'i', 'd', ':', ' ', (byte) 0xFE, '\n'});
        assertThatThrownBy(() -> FaqCatalogue.fromFolder(folder, OperatorTexts.none()))
                .hasMessageContaining("topics/kyc-how.yaml: cannot be read: is not UTF-8 text");
    }

    private void copy(EditedPack from, String file) throws IOException {
        Files.writeString(folder.resolve(file), from.text(file));
    }

    private void edit(String words, String by) throws IOException {
        Path file = folder.resolve("topics/kyc-how.yaml");
        Files.writeString(file, Files.readString(file).replaceFirst(words, by));
    }
}
