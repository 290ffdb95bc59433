package md.portar.core.routing.phrases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That looking words up finds exactly what trying every pattern finds: safety must not depend on how fast it is. */
class SamePhrasesTest {
    private static final String SAFETY = "/md/portar/safety/";
    private static final String PHRASES = "/md/portar/phrases/";
    private static final String CLASSES = SAFETY + "classes.txt";
    private static final List<String> SAFETY_LISTS = Stream.of(
                    "idioms", "distress", "minor", "self-exclusion", "harm", "limits")
            .map(name -> SAFETY + name + ".txt")
            .toList();
    private static final List<String> OTHER_LISTS = Stream.of(
                    "human",
                    "fraud",
                    "fraud-idioms",
                    "complaint",
                    "position",
                    "cancel-queue",
                    "stop",
                    "insult",
                    "language-ro",
                    "language-ru",
                    "language-en")
            .map(name -> PHRASES + name + ".txt")
            .toList();
    private static final int GENERATED_SENTENCES = 2000;
    private static final int GENERATED_WORDS = 5000;
    private static final String LETTERS = "abcdefghijklmnopqrstuvz";

    private static final List<PhraseList> INDEXED = Stream.concat(
                    PhraseList.load(SAFETY_LISTS, CLASSES).stream(), PhraseList.load(OTHER_LISTS).stream())
            .toList();
    private static final List<PlainPhrases> PLAIN = Stream.concat(
                    SAFETY_LISTS.stream()
                            .map(name ->
                                    Stream.concat(lines(CLASSES), lines(name)).toList())
                            .map(PlainPhrases::new),
                    OTHER_LISTS.stream()
                            .map(name -> new PlainPhrases(lines(name).toList())))
            .toList();

    @Test
    void everyPhrasingOfTheFaqIsReadAlike() throws IOException {
        YAMLMapper yaml = new YAMLMapper();
        List<String> phrasings = new ArrayList<>();
        JsonNode pack = yaml.readTree(resource("/md/portar/faq-pack/pack.yaml"));
        for (JsonNode topic : pack.get("topics")) {
            JsonNode file = yaml.readTree(resource("/md/portar/faq-pack/topics/" + topic.asText() + ".yaml"));
            for (String language : List.of("ro", "ru", "en")) {
                file.path(language).path("phrasings").forEach(phrasing -> phrasings.add(phrasing.asText()));
            }
        }
        assertThat(phrasings).hasSizeGreaterThan(3000);
        compare(phrasings);
    }

    @Test
    void everySafetyExampleIsReadAlike() {
        assertThat(compare(safetySentences())).isGreaterThan(400);
    }

    @Test
    void sentencesMixedOfListsAndTyposAreReadAlike() {
        Random random = new Random(17);
        List<String> words = new ArrayList<>(listWords());
        safetySentences().forEach(sentence -> words.addAll(List.of(sentence.split("\\s+"))));
        List<String> sentences = new ArrayList<>();
        for (int i = 0; i < GENERATED_SENTENCES; i++) {
            List<String> sentence = new ArrayList<>();
            for (int length = 1 + random.nextInt(14); length > 0; length--) {
                String word = words.get(random.nextInt(words.size()));
                sentence.add(random.nextInt(4) == 0 ? slipped(word, random) : word);
            }
            sentences.add(String.join(" ", sentence));
        }
        assertThat(compare(sentences)).isGreaterThan(GENERATED_SENTENCES / 10);
    }

    @Test
    void everyWordFindsThePatternsThatItMatches() {
        Random random = new Random(18);
        Set<WordPattern> distinct = new LinkedHashSet<>();
        List<String> words = List.copyOf(listWords());
        for (String word : words) {
            distinct.add(WordPattern.parse(word, false));
            distinct.add(WordPattern.parse(word, true));
            distinct.add(WordPattern.parse(word + "*", random.nextInt(3) == 0));
        }
        List<WordPattern> patterns = List.copyOf(distinct);
        WordIndex index = new WordIndex(patterns);
        int slips = 0;
        for (int i = 0; i < GENERATED_WORDS; i++) {
            String word = words.get(i % words.size());
            for (int slip = random.nextInt(4); slip > 0; slip--) {
                word = slipped(word, random);
            }
            String folded = Folding.word(Folding.plain(random.nextInt(5) == 0 ? word + "ului" : word));
            if (folded.isEmpty()) {
                continue;
            }
            List<WordPattern> tried =
                    patterns.stream().filter(pattern -> pattern.matches(folded)).toList();
            List<WordPattern> found = new ArrayList<>();
            for (int number : index.matching(folded)) {
                found.add(patterns.get(number));
            }
            assertThat(found).as(folded).isEqualTo(tried);
            slips += tried.stream().noneMatch(pattern -> pattern.letters().equals(folded)) ? tried.size() : 0;
        }
        assertThat(slips).as("matches in spite of slips").isGreaterThan(GENERATED_WORDS);
    }

    /** How many spans there were to agree about. */
    private static int compare(List<String> sentences) {
        int spans = 0;
        for (String sentence : sentences) {
            FoldedText text = FoldedText.of(sentence);
            for (int list = 0; list < INDEXED.size(); list++) {
                List<Phrase.Span> plain = PLAIN.get(list).spans(text);
                spans += plain.size();
                List<Phrase.Span> indexed = INDEXED.get(list).spans(text);
                assertThat(indexed.equals(plain))
                        .as("list %d: %s, indexed %s, plain %s", list, sentence, indexed, plain)
                        .isTrue();
                if (!plain.isEmpty()) {
                    assertThat(INDEXED.get(list).occursIn(text)).as(sentence).isTrue();
                }
            }
        }
        return spans;
    }

    private static String slipped(String word, Random random) {
        int at = random.nextInt(word.length());
        char letter = LETTERS.charAt(random.nextInt(LETTERS.length()));
        return switch (random.nextInt(4)) {
            case 0 -> word.substring(0, at) + letter + word.substring(at);
            case 1 -> word.substring(0, at) + letter + word.substring(at + 1);
            case 2 -> word.length() > 1 ? word.substring(0, at) + word.substring(at + 1) : word;
            default ->
                at + 1 < word.length()
                        ? word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2)
                        : word;
        };
    }

    private static List<String> safetySentences() {
        return Stream.concat(
                        lines("/safety/examples.tsv").map(line -> line.split("\t")[2]),
                        lines("/safety/ordinary.tsv").map(line -> line.split("\t")[1]))
                .toList();
    }

    /** All words of all lists as they are written there. */
    private static Set<String> listWords() {
        Set<String> words = new LinkedHashSet<>();
        Stream.of(Stream.of(CLASSES), SAFETY_LISTS.stream(), OTHER_LISTS.stream())
                .flatMap(names -> names)
                .flatMap(SamePhrasesTest::lines)
                .map(line -> line.replaceFirst("#.*", ""))
                .flatMap(line -> Stream.of(line.split("[^\\p{L}\\p{N}]+")))
                .filter(word -> !Folding.word(Folding.plain(word)).isEmpty())
                .forEach(words::add);
        return words;
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(SamePhrasesTest.class.getResourceAsStream(name), name);
    }

    private static Stream<String> lines(String name) {
        try (InputStream in = resource(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList().stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
