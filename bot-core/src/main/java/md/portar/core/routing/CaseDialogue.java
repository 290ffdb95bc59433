package md.portar.core.routing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import md.portar.core.casestatus.CaseLink;
import md.portar.core.casestatus.CaseLookup;
import md.portar.core.casestatus.CaseRecord;
import md.portar.core.casestatus.ReferenceReader;
import md.portar.core.casestatus.ReferenceReader.References;
import md.portar.core.conversation.AccountId;
import md.portar.core.conversation.CaseNumber;
import md.portar.core.conversation.CaseStatus;
import md.portar.core.conversation.ConversationMemory.Fact;
import md.portar.core.conversation.Effect;
import md.portar.core.guard.CatalogueText;
import md.portar.core.guard.Expectation;
import md.portar.core.texts.TextKey;
import md.portar.core.texts.Texts;

/** Tells where a case stands, to whoever names its number and the account it belongs to. Every failure reads the same. */
final class CaseDialogue {
    static final String NOTIFY = "case.notify:";
    private static final String FLOW = "case";
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final int MOST_READINGS = 4;
    private static final String PERSON = "menu.human";

    private final CaseLookup lookup;
    private final ReferenceReader reader;

    CaseDialogue(CaseLookup lookup, ReferenceReader reader) {
        this.lookup = lookup;
        this.reader = reader;
    }

    /** Whether the dialogue waits for numbers. */
    boolean isRunning(TurnDraft turn) {
        return turn.recall(Fact.FLOW).filter(FLOW::equals).isPresent() && turn.isRecent(Fact.FLOW_SINCE, PATIENCE);
    }

    /** Whether words outside the dialogue name a case so plainly that it may begin with them. */
    boolean isNamedIn(String words) {
        String prefix = reader.casePrefix();
        boolean withLetters =
                !prefix.isEmpty() && reader.read(words).cases().stream().anyMatch(number -> number.startsWith(prefix));
        return withLetters || words.strip().matches("\\d{5,10}");
    }

    /** Asks for the numbers; the account is not asked again for a while after a match. */
    void begin(TurnDraft turn) {
        start(turn);
        turn.forget(Fact.PENDING_CASE, Fact.PENDING_ACCOUNT);
        ask(turn, boundAccount(turn).isPresent() ? TextKey.CASE_ASK_NUMBER : TextKey.CASE_ASK);
    }

    /** Takes numbers from the words; false when there are none. */
    boolean accept(TurnDraft turn, String words) {
        References references = reader.read(words);
        if (references.isEmpty()) {
            return false;
        }
        if (!isRunning(turn)) {
            turn.forget(Fact.PENDING_CASE, Fact.PENDING_ACCOUNT);
        }
        start(turn);
        CaseReadings readings = CaseReadings.of(references, turn, boundAccount(turn), reader.casePrefix());
        if (!readings.complete()) {
            askForTheOther(turn, readings);
            return true;
        }
        turn.forget(Fact.FLOW, Fact.FLOW_SINCE, Fact.PENDING_CASE, Fact.PENDING_ACCOUNT);
        report(turn, readings);
        return true;
    }

    /** The words held no number although one was asked for. */
    void explain(TurnDraft turn) {
        turn.say(turn.text(TextKey.CASE_FORMAT), List.of("case.retry", PERSON), Expectation.REFERENCE, null);
    }

    private static void start(TurnDraft turn) {
        turn.remember(Fact.FLOW, FLOW);
        turn.stamp(Fact.FLOW_SINCE);
    }

    private static void ask(TurnDraft turn, TextKey question) {
        turn.say(turn.text(question), List.of(), Expectation.REFERENCE, null);
    }

    private static void askForTheOther(TurnDraft turn, CaseReadings readings) {
        boolean hasNumber = !readings.numbers().isEmpty();
        if (hasNumber) {
            turn.remember(Fact.PENDING_CASE, readings.numbers().get(0));
        } else {
            turn.remember(Fact.PENDING_ACCOUNT, readings.accounts().get(0));
        }
        ask(turn, hasNumber ? TextKey.CASE_NEED_ACCOUNT : TextKey.CASE_NEED_NUMBER);
    }

    private void report(TurnDraft turn, CaseReadings readings) {
        List<CaseLookup.Claim> claims = claims(readings);
        if (claims.isEmpty()) {
            explain(turn);
            return;
        }
        tell(turn, lookup.check(turn.key(), claims, turn.now(), turn::last));
    }

    private static void tell(TurnDraft turn, CaseLookup.Result result) {
        result.match().ifPresentOrElse(found -> show(turn, found), () -> fail(turn, result));
    }

    private static void fail(TurnDraft turn, CaseLookup.Result result) {
        switch (result.outcome()) {
            case FOUND -> throw new IllegalArgumentException("a found case is no failure");
            case NO_MATCH -> turn.say(TextKey.CASE_NO_MATCH, "case.retry", PERSON);
            case LOCKED -> {
                long minutes = (result.lockedFor().orElse(Duration.ZERO).toSeconds() + 59) / 60;
                turn.say(turn.text(TextKey.CASE_LOCKED).with("n", Math.max(1, minutes)), PERSON);
            }
            case UNAVAILABLE -> turn.say(TextKey.CASE_DOWN, "case.retry", PERSON);
        }
    }

    private static void show(TurnDraft turn, CaseRecord found) {
        turn.remember(Fact.VERIFIED_ACCOUNT, found.owner().value());
        turn.remember(
                Fact.VERIFIED_UNTIL,
                turn.now().plus(turn.words().settings().caseBinding()).toString());
        Texts texts = turn.words().texts();
        CatalogueText card = turn.text(TextKey.CASE_CARD)
                .with("case", texts.number(found.number()))
                .with("status", texts.status(turn.language(), found.status()))
                .with("date", texts.moment(turn.language(), found.updatedAt()))
                .with("next", texts.nextStep(turn.language(), found.status()));
        if (found.status() == CaseStatus.CLOSED) {
            turn.say(card, "menu.back", PERSON);
        } else {
            turn.say(card, NOTIFY + found.number().value(), "menu.back", PERSON);
        }
    }

    /** The player wants to hear of the next change; only of a case that he has just proved to be his. */
    void watch(TurnDraft turn, String number) {
        Optional<CaseLookup.Claim> claim = boundAccount(turn).flatMap(account -> claim(number, account));
        if (claim.isEmpty()) {
            begin(turn);
            return;
        }
        CaseLookup.Result result = lookup.check(turn.key(), List.of(claim.get()), turn.now(), turn::last);
        if (result.outcome() != CaseLookup.Outcome.FOUND) {
            fail(turn, result);
            return;
        }
        CaseRecord found = result.match().orElseThrow();
        turn.add(new Effect.WatchCase(found.number(), found.owner(), found.status()));
        Optional<Duration> window = turn.surroundings().capabilities().window();
        CatalogueText words = window.map(
                        span -> turn.text(TextKey.CASE_WATCHED_WINDOW).with("n", span.toHours()))
                .orElseGet(() -> turn.text(TextKey.CASE_WATCHED));
        turn.say(words, "menu.back", PERSON);
    }

    /** A link from the operator names the case; a forged or old one leads to the usual question. */
    void follow(TurnDraft turn, String parameter) {
        CaseLink links = turn.words().settings().caseLink();
        Optional<CaseLookup.Claim> claim = links == null ? Optional.empty() : links.read(parameter, turn.now());
        if (claim.isEmpty()) {
            begin(turn);
            return;
        }
        turn.forget(Fact.FLOW, Fact.FLOW_SINCE, Fact.PENDING_CASE, Fact.PENDING_ACCOUNT);
        tell(turn, lookup.check(turn.key(), List.of(claim.get()), turn.now(), turn::last));
    }

    private static Optional<String> boundAccount(TurnDraft turn) {
        return turn.isAhead(Fact.VERIFIED_UNTIL) ? turn.recall(Fact.VERIFIED_ACCOUNT) : Optional.empty();
    }

    private List<CaseLookup.Claim> claims(CaseReadings readings) {
        List<CaseLookup.Claim> claims = new ArrayList<>();
        for (String number : readings.numbers()) {
            for (String account : readings.accounts()) {
                if (!number.equals(account) && claims.size() < MOST_READINGS) {
                    withPrefixes(number).forEach(form -> claim(form, account).ifPresent(claims::add));
                }
            }
        }
        return claims;
    }

    /** Players leave out the letters; both forms are always asked, so that time does not tell which one exists. */
    private List<String> withPrefixes(String number) {
        boolean bare = Character.isDigit(number.charAt(0));
        return bare && !reader.casePrefix().isEmpty()
                ? List.of(reader.casePrefix() + "-" + number, number)
                : List.of(number);
    }

    private static Optional<CaseLookup.Claim> claim(String number, String account) {
        try {
            return Optional.of(new CaseLookup.Claim(new CaseNumber(number), new AccountId(account)));
        } catch (IllegalArgumentException noSuchForm) {
            return Optional.empty();
        }
    }
}
