package md.portar.core.texts;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import md.portar.core.channel.Choice;
import md.portar.core.conversation.CaseNumber;
import md.portar.core.conversation.CaseStatus;
import md.portar.core.guard.CatalogueText;
import md.portar.core.guard.SafeText;
import md.portar.core.guard.SecretKind;
import md.portar.core.message.Language;

/** The bot's words in every language, with the operator's facts filled in. Immutable and thread-safe. */
public final class Texts {
    private final Map<Language, MessageFile> files = new EnumMap<>(Language.class);
    private final OperatorFacts facts;
    private final ZoneId zone;

    /**
     * Reads the message files.
     *
     * @param zone the time zone in which times are told to players
     */
    public Texts(OperatorFacts facts, ZoneId zone) {
        for (Language language : Language.values()) {
            files.put(language, MessageFile.load(language, facts));
        }
        this.facts = facts;
        this.zone = zone;
    }

    public OperatorFacts facts() {
        return facts;
    }

    /** A message; placeholders of {@link TextKey#placeholders} are still open. */
    public CatalogueText get(Language language, TextKey key) {
        return text(language, key.key());
    }

    /** A button with the label that belongs to its id. */
    public Choice choice(Language language, String id) {
        return new Choice(id, text(language, id));
    }

    /** Whether the message files have a label for a button. */
    public boolean hasLabel(String id) {
        return file(Language.EN).has(id);
    }

    /** Words, a separator made of layout characters only, and more words. */
    public static CatalogueText joined(SafeText first, String separator, SafeText more) {
        CatalogueText start = first instanceof CatalogueText words
                ? words
                : CatalogueText.of("{words}").with("words", first);
        return start.append(separator, more);
    }

    /** The number of a case as text. */
    public CatalogueText number(CaseNumber number) {
        return CatalogueText.of(number.value());
    }

    /** Where a case stands, as a phrase. */
    public CatalogueText status(Language language, CaseStatus status) {
        return text(language, "case.status." + status.name());
    }

    /** What happened in a thread, for agents. */
    CatalogueText deskEvent(Language language, String happening) {
        return text(language, "desk.event." + happening);
    }

    /** What happens next with a case, as a phrase. */
    public CatalogueText nextStep(Language language, CaseStatus status) {
        return text(language, "case.next." + status.name());
    }

    /** Names of kinds of secrets, as one phrase. */
    public CatalogueText secrets(Language language, Set<SecretKind> kinds) {
        return CatalogueText.of(kinds.stream()
                .map(kind -> file(language).get("secret.kind." + kind.name()))
                .collect(Collectors.joining(", ")));
    }

    /** A waiting time as a band, rounded up: more exact would promise what nobody knows. */
    public CatalogueText wait(Language language, Duration expected) {
        long seconds = expected.toSeconds();
        if (seconds <= 120) {
            return text(language, "wait.2");
        }
        if (seconds <= 300) {
            return text(language, "wait.5");
        }
        if (seconds <= 600) {
            return text(language, "wait.10");
        }
        return text(language, seconds <= 1200 ? "wait.20" : "wait.more");
    }

    /** A time span in minutes or, from two hours on, in hours; rounded up. */
    public CatalogueText span(Language language, Duration span) {
        long minutes = Math.max(1, (span.toSeconds() + 59) / 60);
        if (minutes >= 120) {
            return text(language, "unit.hours").with("n", (minutes + 59) / 60);
        }
        return text(language, "unit.minutes").with("n", minutes);
    }

    /** A date with the time of day, as written in the language. */
    public CatalogueText moment(Language language, Instant at) {
        String pattern = language == Language.EN ? "d MMMM yyyy, HH:mm" : "dd.MM.yyyy, HH:mm";
        return CatalogueText.of(DateTimeFormatter.ofPattern(pattern, Locale.forLanguageTag(language.code()))
                .format(at.atZone(zone)));
    }

    /** A later moment: the time of day when it is the same day, else with the date. */
    public CatalogueText timeFrom(Language language, Instant now, Instant later) {
        boolean sameDay =
                now.atZone(zone).toLocalDate().equals(later.atZone(zone).toLocalDate());
        return sameDay ? timeOfDay(later) : moment(language, later);
    }

    /** The time of day. */
    public CatalogueText timeOfDay(Instant at) {
        return CatalogueText.of(
                DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(at.atZone(zone)));
    }

    /** The help contact in words that promise only what the operator confirmed; empty when there is none. */
    public Optional<CatalogueText> helpline(Language language) {
        if (!facts.knows(OperatorFacts.Fact.HELPLINE)) {
            return Optional.empty();
        }
        return Optional.of(
                get(language, facts.helplineConfirmedFree() ? TextKey.SAFETY_HELP_FREE : TextKey.SAFETY_HELP));
    }

    /** The first sentence or line of a longer text. */
    public CatalogueText opening(SafeText text) {
        String first = text.value().strip().lines().findFirst().orElse("");
        return CatalogueText.of(first);
    }

    private CatalogueText text(Language language, String key) {
        return CatalogueText.of(file(language).get(key));
    }

    private MessageFile file(Language language) {
        MessageFile file = files.get(language);
        if (file == null) {
            throw new IllegalArgumentException("no texts for " + language);
        }
        return file;
    }
}
