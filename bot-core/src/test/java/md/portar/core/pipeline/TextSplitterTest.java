package md.portar.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class TextSplitterTest {
    @Test
    void aShortTextIsOnePiece() {
        assertThat(TextSplitter.split("hello", 10)).containsExactly("hello");
        assertThat(TextSplitter.split("  ", 10)).isEmpty();
    }

    @Test
    void paragraphsAreKeptTogetherWherePossible() {
        assertThat(TextSplitter.split("one two three\n\nfour five six", 20))
                .containsExactly("one two three", "four five six");
    }

    @Test
    void sentencesComeBeforeWords() {
        assertThat(TextSplitter.split("One two three. Four five six.", 20))
                .containsExactly("One two three.", "Four five six.");
    }

    @Test
    void wordsAreNotBroken() {
        assertThat(TextSplitter.split("aaaa bbbb cccc", 10)).containsExactly("aaaa bbbb", "cccc");
    }

    @Test
    void aLinkStaysWhole() {
        String link = "https://example.org/very/long/path?with=query";
        List<String> pieces = TextSplitter.split("Read this first please " + link + " and then write to us.", 50);
        assertThat(pieces).anyMatch(piece -> piece.contains(link));
    }

    @Test
    void aSurrogatePairIsNotBroken() {
        List<String> pieces = TextSplitter.split("🙂".repeat(10), 5);
        assertThat(pieces).containsExactly("🙂🙂", "🙂🙂", "🙂🙂", "🙂🙂", "🙂🙂");
    }

    @Property(tries = 300)
    void piecesFitAndNothingButWhiteSpaceIsLost(
            @ForAll @StringLength(max = 300) String text, @ForAll @IntRange(min = 2, max = 60) int limit) {
        List<String> pieces = TextSplitter.split(text, limit);
        assertThat(pieces).allMatch(piece -> !piece.isEmpty() && piece.length() <= limit);
        assertThat(withoutSpace(String.join("", pieces))).isEqualTo(withoutSpace(text));
    }

    private static String withoutSpace(String text) {
        StringBuilder kept = new StringBuilder();
        text.chars().filter(c -> !Character.isWhitespace(c)).forEach(c -> kept.append((char) c));
        return kept.toString();
    }
}
