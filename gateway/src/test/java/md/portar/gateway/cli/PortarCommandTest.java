package md.portar.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import picocli.CommandLine;

class PortarCommandTest {
    @Test
    void withoutACommandItShowsWhatThereIs() {
        Run run = Run.of();
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("screen", "faq", "version");
    }

    @Test
    void anUnknownCommandIsAMisunderstanding() {
        Run run = Run.of("scren");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("portar: Unmatched argument").doesNotContain("\tat ");
    }

    @Test
    void valuesOfMistypedOptionsAreNotRepeated() {
        Run run = Run.of("screen", "x", "--stor=jdbc:postgresql://host/db?password=hunter2secret");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).doesNotContain("hunter2secret");
    }

    @TestFactory
    Stream<DynamicTest> everyCommandExplainsItself() {
        List<List<String>> commands = new ArrayList<>();
        collect(PortarCommand.commandLine(InputStream.nullInputStream()), List.of(), commands);
        return commands.stream()
                .map(path -> DynamicTest.dynamicTest(String.join(" ", path), () -> {
                    List<String> arguments = new ArrayList<>(path);
                    arguments.add("--help");
                    Run run = Run.of(arguments.toArray(String[]::new));
                    assertThat(run.exit()).isZero();
                    assertThat(run.err()).isEmpty();
                    assertThat(run.out()).startsWith("Usage: portar " + String.join(" ", path));
                }));
    }

    private static void collect(CommandLine command, List<String> path, List<List<String>> into) {
        command.getSubcommands().forEach((name, sub) -> {
            if (!name.equals("help")) {
                List<String> longer = new ArrayList<>(path);
                longer.add(name);
                into.add(longer);
                collect(sub, longer, into);
            }
        });
    }
}
