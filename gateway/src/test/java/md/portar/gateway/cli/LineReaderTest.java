package md.portar.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineReaderTest {
    @Test
    void linesAreCutAtLineFeedsAndLoseTheirEnds() throws IOException {
        assertThat(read("a\r\n\nb\nc".getBytes(StandardCharsets.UTF_8))).containsExactly("1:a", "2:", "3:b", "4:c");
    }

    @Test
    void anEmptyStreamHasNoLines() throws IOException {
        assertThat(read(new byte[0])).isEmpty();
    }

    @Test
    void aByteOrderMarkIsTakenOffTheFirstLineOnly() throws IOException {
        assertThat(read("\uFEFFa\n\uFEFFb".getBytes(StandardCharsets.UTF_8))).containsExactly("1:a", "2:\uFEFFb");
    }

    @Test
    void aLineInAnotherEncodingSpoilsNoOther() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write("вывод\n".getBytes(StandardCharsets.UTF_8));
        bytes.write("вывод\n".getBytes(Charset.forName("windows-1251")));
        bytes.write("retragere ș\n".getBytes(StandardCharsets.UTF_8));
        assertThat(read(bytes.toByteArray())).containsExactly("1:вывод", "2! is not UTF-8", "3:retragere ș");
    }

    @Test
    void aGiantLineIsLeftOutAndTheNextIsRead() throws IOException {
        String giant = "x".repeat(LineReader.LONGEST + 1);
        String longest = "y".repeat(LineReader.LONGEST);
        assertThat(read((giant + "\n" + longest + "\nend").getBytes(StandardCharsets.UTF_8)))
                .containsExactly("1! is longer than 1048576 bytes", "2:" + longest, "3:end");
    }

    @Test
    void bordersOfTheBufferDoNotMatter() throws IOException {
        for (int length = (1 << 16) - 3; length <= (1 << 16) + 3; length++) {
            String line = "z".repeat(length);
            assertThat(read((line + "\nend\n").getBytes(StandardCharsets.UTF_8)))
                    .containsExactly("1:" + line, "2:end");
        }
    }

    private static List<String> read(byte[] bytes) throws IOException {
        LineReader reader = new LineReader(new ByteArrayInputStream(bytes));
        List<String> lines = new ArrayList<>();
        while (reader.next()) {
            try {
                lines.add(reader.number() + ":" + reader.text());
            } catch (BadLine e) {
                lines.add(reader.number() + "! " + e.what());
            }
        }
        return lines;
    }
}
