package md.portar.core.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import md.portar.core.conversation.CaseNumber;
import md.portar.core.conversation.CaseStatus;
import md.portar.core.guard.CatalogueText;
import md.portar.core.guard.SecretGuard;
import md.portar.core.guard.SecretKind;
import md.portar.core.guard.UntrustedText;
import md.portar.core.message.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TextsTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Chisinau");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final OperatorFacts EVERYTHING = everything();

    /** The longest that may stand in a placeholder. */
    private static final Map<String, String> LONGEST = Map.ofEntries(
            Map.entry("n", "99999"),
            Map.entry("wait", "mai mult de 20 de minute"),
            Map.entry(
                    "what", "o parolă, un cod PIN, codul CVV al unui card, un cod de autentificare, un număr de card"),
            Map.entry("agent", "A".repeat(40)),
            Map.entry("link", "https://example.org/" + "x".repeat(60)),
            Map.entry("case", "ABCD-1234567890"),
            Map.entry("status", "la departamentul responsabil"),
            Map.entry("date", "30 September 2026, 16:05"),
            Map.entry("next", "specialists are checking, support will write to you with the result"),
            Map.entry("time", "30 September 2026, 16:05"),
            Map.entry("open", "30 September 2026, 16:05"),
            Map.entry("confirm", "24 h"));

    private static OperatorFacts everything() {
        Map<OperatorFacts.Fact, String> values = new EnumMap<>(OperatorFacts.Fact.class);
        for (OperatorFacts.Fact fact : OperatorFacts.Fact.values()) {
            values.put(fact, "https://example.org/" + "a".repeat(40));
        }
        values.put(OperatorFacts.Fact.CASE_EXAMPLE, "ABCD-1234567890");
        values.put(OperatorFacts.Fact.EMERGENCY, "112");
        return new OperatorFacts(values, true, Duration.ofHours(24));
    }

    static Stream<Arguments> everyMessage() {
        return Stream.of(Language.values())
                .flatMap(language -> Stream.of(TextKey.values()).map(key -> Arguments.of(language, key)));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void noMessageAsksForASecretOrHoldsOne(Language language) {
        SecretGuard guard = SecretGuard.standard();
        MessageFile.read(language)
                .forEach((key, words) -> assertThat(
                                guard.reviewOutgoing(UntrustedText.of(words)).sendable())
                        .as("%s in %s", key, language)
                        .isTrue());
    }

    @Test
    void allLanguagesHaveTheSameKeys() {
        Set<String> romanian = MessageFile.read(Language.RO).keySet();
        assertThat(MessageFile.read(Language.RU).keySet()).isEqualTo(romanian);
        assertThat(MessageFile.read(Language.EN).keySet()).isEqualTo(romanian);
    }

    @ParameterizedTest
    @MethodSource("everyMessage")
    void messagesHaveTheirPlaceholdersAndFit(Language language, TextKey key) {
        for (OperatorFacts facts : List.of(OperatorFacts.NONE, EVERYTHING)) {
            CatalogueText text = new Texts(facts, ZONE).get(language, key);
            assertThat(placeholders(text.value()))
                    .isSubsetOf(union(key.placeholders(), facts.equals(OperatorFacts.NONE)));
            assertThat(placeholders(text.value())).containsAll(key.placeholders());
            for (String name : key.placeholders()) {
                text = text.with(name, CatalogueText.of(LONGEST.getOrDefault(name, "?")));
            }
            assertThat(text.value()).isNotBlank().hasSizeLessThanOrEqualTo(600);
        }
    }

    /** Texts about a page or an address that is not configured are not said at all, so their placeholder may stay. */
    private static Set<String> union(List<String> own, boolean nothingKnown) {
        Set<String> allowed = new TreeSet<>(own);
        if (nothingKnown) {
            allowed.addAll(List.of("safetyUrl", "safetyEmail", "helpline"));
        }
        return allowed;
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void labelsFitTheNarrowestButton(Language language) {
        Map<String, String> file = MessageFile.read(language);
        Texts texts = new Texts(OperatorFacts.NONE, ZONE);
        for (String id : List.of(
                "menu.faq",
                "menu.status",
                "menu.human",
                "menu.safety",
                "menu.contacts",
                "menu.language",
                "menu.back",
                "topic.login",
                "topic.payments",
                "topic.bonus",
                "topic.games",
                "topic.kyc",
                "topic.official",
                "faq.yes",
                "faq.no",
                "dym.none",
                "queue.cancel",
                "queue.wait",
                "queue.leave",
                "queue.lang.ro",
                "queue.lang.ru",
                "queue.lang.en",
                "case.retry",
                "end.reopen",
                "rate.1",
                "rate.5",
                "rate.skip",
                "secret.not",
                "privacy.ask",
                "privacy.delete",
                "lang.ro",
                "lang.ru",
                "lang.en")) {
            assertThat(texts.choice(language, id).label().value()).as(id).hasSizeLessThanOrEqualTo(20);
        }
        assertThat(file.get("topic.limits")).hasSizeLessThanOrEqualTo(24);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyKindStatusAndSpanHasWords(Language language) {
        Texts texts = new Texts(OperatorFacts.NONE, ZONE);
        for (CaseStatus status : CaseStatus.values()) {
            assertThat(texts.status(language, status).value()).isNotBlank();
            assertThat(texts.nextStep(language, status).value()).isNotBlank();
        }
        assertThat(texts.secrets(language, EnumSet.allOf(SecretKind.class)).value())
                .hasSizeGreaterThan(40);
        assertThat(texts.wait(language, Duration.ofSeconds(121)))
                .isEqualTo(texts.wait(language, Duration.ofMinutes(5)));
        assertThat(texts.wait(language, Duration.ofMinutes(21)).value()).contains("20");
        assertThat(texts.span(language, Duration.ofHours(24)).value()).startsWith("24");
        assertThat(texts.span(language, Duration.ofSeconds(61)).value()).startsWith("2");
    }

    @Test
    void romanianUsesCommasBelowAndNoPoliteForm() {
        String all = String.join("\n", MessageFile.read(Language.RO).values());
        assertThat(all).doesNotContain("ş").doesNotContain("ţ").doesNotContain("dumneavoastră");
        assertThat(String.join("\n", MessageFile.read(Language.RU).values()))
                .doesNotContainPattern("(?i)(?<!\\p{L})(ты|тебя|тебе|твой|твоя)(?!\\p{L})");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void anUnknownAddressIsReplacedByWhereToLook(Language language) {
        Texts texts = new Texts(OperatorFacts.NONE, ZONE);
        assertThat(texts.get(language, TextKey.DOCUMENT).value())
                .doesNotContain("{")
                .containsPattern("Contact|контакт");
        assertThat(texts.get(language, TextKey.OFFICIAL).value())
                .doesNotContain("{")
                .endsWith(".");
        assertThat(texts.get(language, TextKey.HELLO).value()).doesNotContain("  ");
        Texts known = new Texts(OperatorFacts.NONE.with(OperatorFacts.Fact.EMAIL, "help@example.org"), ZONE);
        assertThat(known.get(language, TextKey.DOCUMENT).value()).contains("help@example.org");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theHelplineIsCalledFreeOnlyWhenConfirmed(Language language) {
        assertThat(new Texts(OperatorFacts.NONE, ZONE).helpline(language)).isEmpty();
        OperatorFacts known = OperatorFacts.NONE.with(OperatorFacts.Fact.HELPLINE, "+373 600 00 001");
        String unconfirmed =
                new Texts(known, ZONE).helpline(language).orElseThrow().value();
        String confirmed = new Texts(new OperatorFacts(known.values(), true, null), ZONE)
                .helpline(language)
                .orElseThrow()
                .value();
        assertThat(unconfirmed).contains("+373 600 00 001").doesNotContainPattern("(?iu)gratuit|бесплат|free");
        assertThat(confirmed).containsPattern("(?iu)gratuit|бесплат|free");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void closingNamesTheCaseAndAsksForTheRatingOnce(Language language) {
        PlayerNotices notices = new PlayerNotices(new Texts(OperatorFacts.NONE, ZONE));
        PlayerNotices.Line rated = notices.agentClosed(language, Optional.of(new CaseNumber("C-10482")), true);
        assertThat(rated.text().value()).contains("C-10482").contains("1").contains("5");
        assertThat(rated.choices()).extracting("id").contains("rate.1", "rate.5", "rate.skip", "end.reopen");
        PlayerNotices.Line plain = notices.agentClosed(language, Optional.empty(), false);
        assertThat(plain.choices()).extracting("id").containsExactly("end.reopen");
        assertThat(plain.text().value()).doesNotContain("{");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theFrontOfTheLineIsClaimedOnlyWhenTrue(Language language) {
        PlayerNotices notices = new PlayerNotices(new Texts(OperatorFacts.NONE, ZONE));
        assertThat(notices.agentLost(language, 3).value()).contains("3");
        assertThat(notices.agentLost(language, 1)).isNotEqualTo(notices.agentLost(language, 3));
        assertThat(notices.group(language, Optional.empty()).value()).doesNotContain("{");
        assertThat(notices.error(language).choices()).extracting("id").containsExactly("menu.human");
    }

    private static Set<String> placeholders(String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
