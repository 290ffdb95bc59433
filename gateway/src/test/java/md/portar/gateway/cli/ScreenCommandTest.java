package md.portar.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScreenCommandTest {
    @TempDir
    private Path folder;

    @Test
    void aSecretIsBlockedAndARedactedTextGiven() throws IOException {
        Run run = Run.of("screen", file("""
                {"id":"a1","lang":"ro","text":"parola mea e florin22"}
                {"id":2,"text":"cum retrag banii?"}
                """));
        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
        JsonNode blocked = run.json().get(0);
        assertThat(blocked.fieldNames()).toIterable().containsExactly("id", "verdict", "kinds", "rules", "redacted");
        assertThat(blocked.path("id").asText()).isEqualTo("a1");
        assertThat(blocked.path("verdict").asText()).isEqualTo("BLOCK");
        assertThat(blocked.path("kinds").toString()).isEqualTo("[\"PASSWORD\"]");
        assertThat(blocked.path("rules")).isNotEmpty();
        assertThat(blocked.path("redacted").asText()).doesNotContain("florin22");
        assertThat(run.lines().get(1))
                .isEqualTo("{\"id\":2,\"verdict\":\"ALLOW\",\"kinds\":[],\"rules\":[],"
                        + "\"redacted\":\"cum retrag banii?\"}");
    }

    @Test
    void aConversationIsJudgedInItsContext() throws IOException {
        Run run = Run.of("screen", file("""
                {"id":"c","messages":[{"from":"user","text":"my pin is"},{"from":"user","text":"4821"},\
                {"from":"bot","text":"Please never send your PIN."},{"from":"agent","text":"What is your password?"}]}
                {"id":"d","messages":[{"from":"bot","text":"What is your case number?"},{"from":"user","text":"4821"}]}
                {"id":"e","messages":[]}
                """));
        assertThat(run.exit()).isZero();
        assertThat(run.lines())
                .containsExactly(
                        "{\"id\":\"c\",\"verdicts\":[\"ALLOW\",\"BLOCK\",\"ALLOW\",\"BLOCK\"]}",
                        "{\"id\":\"d\",\"verdicts\":[\"ALLOW\",\"ALLOW\"]}",
                        "{\"id\":\"e\",\"verdicts\":[]}");
    }

    @Test
    void standardInputIsReadToo() {
        Run run = Run.withInput("{\"id\":\"x\",\"text\":\"мой пин 4821\"}\n", "screen", "-");
        assertThat(run.exit()).isZero();
        assertThat(run.json().get(0).path("kinds").toString()).isEqualTo("[\"PIN\"]");
    }

    @Test
    void aByteOrderMarkAndCarriageReturnsDoNoHarm() throws IOException {
        Run run = Run.of("screen", file("\uFEFF{\"id\":1,\"text\":\"a\"}\r\n\r\n{\"id\":2,\"text\":\"b\"}\r\n"));
        assertThat(run.exit()).isZero();
        assertThat(run.json()).hasSize(2);
    }

    @Test
    void labelsInOtherWordsDoNoHarmWhereNothingIsScored() throws IOException {
        Run run = Run.of(
                "screen", file("{\"id\":1,\"text\":\"a\",\"label\":7,\"kinds\":\"pan\",\"tags\":{},\"lang\":0}"));
        assertThat(run.exit()).isZero();
        assertThat(run.json()).hasSize(1);
    }

    @Test
    void anEmptyFileHasNoVerdicts() throws IOException {
        assertThat(Run.of("screen", file(""))).isEqualTo(new Run(0, "", ""));
    }

    @Test
    void badLinesAreToldByNumberAndGoodOnesAreAnswered() throws IOException {
        String secret = "hunter2secret";
        Run run = Run.of(
                "screen",
                file(String.join(
                        "\n",
                        "{\"id\":1,\"text\":\"first\"}",
                        "my password is " + secret,
                        "{\"id\":3,\"text\":\"" + secret,
                        "{\"id\":4}",
                        "{\"id\":5,\"text\":42}",
                        "{\"id\":6,\"text\":null}",
                        "[\"" + secret + "\"]",
                        "{\"id\":{\"a\":\"" + secret + "\"},\"text\":\"x\"}",
                        "{\"id\":9,\"messages\":\"" + secret + "\"}",
                        "{\"id\":10,\"messages\":[{\"from\":\"" + secret + "\",\"text\":\"x\"}]}",
                        "{\"id\":11,\"messages\":[{\"from\":\"user\"}]}",
                        "{\"id\":12,\"messages\":[7]}",
                        "{\"id\":13,\"text\":\"x\",\"messages\":[]}",
                        "{\"id\":14,\"text\":\"x\"} {\"id\":15,\"text\":\"y\"}",
                        "[".repeat(5_000),
                        "{\"id\":16,\"text\":\"last\"}")));
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.json()).extracting(line -> line.path("id").asInt()).containsExactly(1, 16);
        assertThat(run.err().lines()).hasSize(14).allMatch(line -> line.matches("portar: .*: line \\d+ .*"));
        assertThat(run.err())
                .doesNotContain(secret)
                .contains("line 2 is not JSON", "line 4 has no text under \"text\"", "line 15 is not JSON");
    }

    @Test
    void anotherEncodingSpoilsOnlyItsOwnLines() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write("{\"id\":1,\"text\":\"привет\"}\n".getBytes(StandardCharsets.UTF_8));
        bytes.write("{\"id\":2,\"text\":\"привет\"}\n".getBytes(Charset.forName("windows-1251")));
        bytes.write("{\"id\":3,\"text\":\"bună\"}\n".getBytes(StandardCharsets.UTF_8));
        Path file = Files.write(folder.resolve("mixed.jsonl"), bytes.toByteArray());
        Run run = Run.of("screen", file.toString());
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.json()).extracting(line -> line.path("id").asInt()).containsExactly(1, 3);
        assertThat(run.err()).isEqualToIgnoringNewLines("portar: " + file + ": line 2 is not UTF-8");
    }

    @Test
    void manyBadLinesAreSummarised() throws IOException {
        Run run = Run.of("screen", file("no\n".repeat(1_000)));
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err().lines()).hasSize(21).last().asString().endsWith("980 more bad lines");
    }

    @Test
    void aGiantLineIsLeftOut() throws IOException {
        String giant = "{\"id\":1,\"text\":\"" + "a".repeat(2 * LineReader.LONGEST) + "\"}\n";
        Run run = Run.of("screen", file(giant + "{\"id\":2,\"text\":\"b\"}\n"));
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.json()).hasSize(1);
        assertThat(run.err()).contains("line 1 is longer than");
    }

    @Test
    void aFileLargerThanMemoryIsReadToItsEnd() {
        long lines = 300_000;
        Run run = Run.with(new RepeatedLine("not json at all", lines), "screen", "-");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains((lines - 20) + " more bad lines");
    }

    @Test
    void verdictsKeepTheOrderOfTheLines() {
        StringBuilder input = new StringBuilder();
        List<Integer> ids = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            ids.add(i);
            input.append("{\"id\":")
                    .append(i)
                    .append(",\"text\":\"message ")
                    .append(i % 7)
                    .append("\"}\n");
        }
        assertThat(Run.withInput(input.toString(), "screen", "-").json())
                .extracting(line -> line.path("id").asInt())
                .isEqualTo(ids);
    }

    @Test
    void whatCannotBeReadIsToldInOneLine() {
        Path missing = folder.resolve("missing.jsonl");
        assertThat(Run.of("screen", missing.toString()))
                .isEqualTo(new Run(1, "", "portar: " + missing + ": there is no such file" + System.lineSeparator()));
        assertThat(Run.of("screen", folder.toString()))
                .isEqualTo(new Run(1, "", "portar: " + folder + ": is a folder, not a file" + System.lineSeparator()));
        assertThat(Run.of("screen", "a\0b").exit()).isEqualTo(1);
    }

    @Test
    void aScoreIsATableOrJson() throws IOException {
        String file = file("""
                {"id":"1","lang":"ro","label":"BLOCK","kinds":["PASSWORD"],"tags":["plain"],"text":"parola mea e florin22"}
                {"id":"2","lang":"ro","label":"ALLOW","tags":["question"],"text":"am uitat parola"}
                {"id":"3","lang":"en","label":"ALLOW","kinds":[],"source":"made","text":"my password is sunflower88"}
                {"id":"4","lang":"en","label":"BLOCK","kinds":["PIN"],"text":"how do I withdraw?"}
                """);
        JsonNode report = Run.of("screen", file, "--score", "--json").json().get(0);
        assertThat(report.at("/all/messages").asInt()).isEqualTo(4);
        assertThat(report.at("/all/secrets").asInt()).isEqualTo(2);
        assertThat(report.at("/all/precision").asDouble()).isEqualTo(0.5);
        assertThat(report.at("/all/recall").asDouble()).isEqualTo(0.5);
        assertThat(report.at("/all/falsePositiveRate").asDouble()).isEqualTo(0.5);
        assertThat(report.at("/language/ro/f1").asDouble()).isEqualTo(1.0);
        assertThat(report.at("/kind/PIN/recall").asDouble()).isZero();
        assertThat(report.at("/kind/PASSWORD/falsePositives").asInt()).isEqualTo(1);
        assertThat(report.at("/tag/question/recall").isNull()).isTrue();
        assertThat(report.at("/source/made/messages").asInt()).isEqualTo(1);

        Run table = Run.of("screen", file, "--score", "--wrong");
        assertThat(table.exit()).isZero();
        assertThat(table.out())
                .contains("precision", "0.5000")
                .contains("3: expected ALLOW, got BLOCK", "4: expected BLOCK [PIN], got ALLOW")
                .doesNotContain("sunflower88");
    }

    @Test
    void aConversationIsScoredMessageByMessage() throws IOException {
        Run run = Run.of("screen", "--score", "--json", file("""
                {"id":"c","lang":"en","messages":[{"from":"user","text":"my pin is","label":"ALLOW"},\
                {"from":"user","text":"4821","label":"BLOCK","kinds":["PIN"]},\
                {"from":"agent","text":"What is your password?","label":"BLOCK","kinds":["PASSWORD"]}]}
                """));
        assertThat(run.json().get(0).at("/from/user/messages").asInt()).isEqualTo(2);
        assertThat(run.json().get(0).at("/from/agent/recall").asDouble()).isEqualTo(1.0);
        assertThat(run.json().get(0).at("/all/f1").asDouble()).isEqualTo(1.0);
    }

    @Test
    void aLineWithoutALabelCannotBeScored() throws IOException {
        Run run = Run.of("screen", "--score", file("{\"id\":1,\"text\":\"a\"}\n"));
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("line 1 has no \"label\"");
    }

    private String file(String content) throws IOException {
        return Files.writeString(folder.resolve("lines.jsonl"), content).toString();
    }

    /** A line again and again, without holding it all. */
    @SuppressWarnings("InputStreamSlowMultibyteRead")
    private static final class RepeatedLine extends InputStream {
        private final byte[] line;
        private long left;

        RepeatedLine(String line, long times) {
            this.line = (line + "\n").getBytes(StandardCharsets.UTF_8);
            this.left = this.line.length * times;
        }

        @Override
        public int read() {
            if (left == 0) {
                return -1;
            }
            int next = line[(int) (left % line.length == 0 ? 0 : line.length - left % line.length)];
            left--;
            return next;
        }

        @Override
        public int available() {
            return (int) Math.min(left, Integer.MAX_VALUE);
        }
    }
}
