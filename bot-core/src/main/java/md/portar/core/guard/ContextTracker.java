package md.portar.core.guard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import md.portar.core.guard.ConversationContext.Fragment;
import md.portar.core.guard.ConversationContext.Strength;

/** Carries a conversation's context from turn to turn. */
final class ContextTracker {
    private static final int MOST_FRAGMENTS = 8;
    private static final int FEW_TOKENS = 10;
    private static final int FEW_TOKENS_SAID = 25;
    private static final long OTHER_TOPIC = Role.PROMO.bit | Role.REF.bit | Role.LOGIN.bit | Role.DOCUMENT.bit;
    private static final long TRAILING = Role.POSS.bit
            | Role.COPULA.bit
            | Role.DEM.bit
            | Role.SOFT.bit
            | Role.PREP.bit
            | Role.OWNER.bit
            | Role.CLITIC.bit
            | Role.ADJ.bit
            | Role.CARD.bit
            | Role.APP.bit
            | Role.SMS.bit
            | Role.VERIFY.bit
            | Role.PHONE.bit
            | Role.ARRIVED.bit
            | Role.DIGITS.bit
            | Role.NUMBER.bit
            | Role.NUMERAL.bit
            | Role.AS.bit
            | Role.BACKSIDE.bit
            | Role.TO.bit;

    private final Rules rules;

    ContextTracker(Rules rules) {
        this.rules = rules;
    }

    static ContextTracker standard() {
        return new ContextTracker(Rules.standard());
    }

    ConversationContext afterOutgoing(ConversationContext before, String text, Expectation told, Instant at) {
        OutgoingReading read = rules.outgoing(text);
        ConversationContext now = withKnown(before.asOf(at), read.numbers());
        if (told == Expectation.UNCHANGED) {
            return now;
        }
        Expectation expectation = told == Expectation.NONE ? read.question() : told;
        if (!read.asked().isEmpty()) {
            return with(now, read.asked(), Strength.RAISED, Expectation.NONE, at);
        }
        if (expectation == Expectation.REFERENCE) {
            return with(now, read.mentioned(), Strength.MENTIONED, expectation, at);
        }
        if (expectation == Expectation.NONE && read.mentioned().isEmpty() && read.hasAny(Role.CODE.bit)) {
            expectation = Expectation.REFERENCE;
        }
        if (!read.mentioned().isEmpty()) {
            boolean warns = read.hasAny(Role.NEG.bit) || read.length() < FEW_TOKENS_SAID;
            return with(now, read.mentioned(), warns ? Strength.RAISED : Strength.MENTIONED, expectation, at);
        }
        boolean still = read.hasAny(Role.BACKSIDE.bit | Role.CARD.bit | Tokeniser.SECRETS);
        boolean other = read.hasAny(still ? Role.PROMO.bit : OTHER_TOPIC) && now.strength != Strength.ANNOUNCED;
        return new ConversationContext(
                other ? Set.of() : now.topics,
                other ? Strength.NONE : now.strength,
                Math.max(0, now.turnsLeft - 1),
                expectation,
                now.fragments,
                now.known,
                at);
    }

    ConversationContext afterIncoming(
            ConversationContext earlier, Analysis analysis, Set<SecretKind> found, Instant at) {
        ConversationContext before = withFragments(
                earlier, earlier.fragments.stream().map(Fragment::older).toList());
        if (isGuessed(analysis)) {
            return afterGuess(before, found, at);
        }
        Set<SecretKind> kinds = topics(analysis, found);
        boolean message = kinds.isEmpty() && isMessageComing(analysis.tokens);
        if (message) {
            kinds.add(SecretKind.OTP);
        }
        if (kinds.isEmpty()
                && (analysis.tokens.all & OTHER_TOPIC) != 0
                && !before.topics.contains(SecretKind.CARD_NUMBER)) {
            return new ConversationContext(
                    Set.of(), Strength.NONE, 0, before.expectation, before.fragments, before.known, at);
        }
        if (kinds.isEmpty()) {
            boolean answered = before.expectation == Expectation.REFERENCE && analysis.tokens.anyDigit;
            Expectation expectation = answered ? Expectation.REFERENCE : before.expectation;
            return new ConversationContext(
                    before.topics,
                    before.strength,
                    Math.max(0, before.turnsLeft - 1),
                    expectation,
                    before.fragments,
                    before.known,
                    at);
        }
        Strength strength = message || isAnnounced(analysis.tokens) ? Strength.ANNOUNCED : Strength.MENTIONED;
        boolean fresh = strength == Strength.ANNOUNCED && !kinds.contains(SecretKind.CARD_NUMBER) && found.isEmpty();
        return with(
                fresh ? withFragments(before, List.of()) : before,
                kinds,
                strength,
                strength == Strength.ANNOUNCED ? Expectation.NONE : before.expectation,
                at);
    }

    /** Only the conversation or the trained model made it a secret; its own words name none. */
    private static boolean isGuessed(Analysis analysis) {
        return !analysis.hits.isEmpty()
                && analysis.hits.stream()
                        .allMatch(hit -> hit.rule().endsWith(ContextRules.BY_CONTEXT) || SecondOpinion.isIts(hit))
                && topics(analysis, Set.of()).isEmpty();
    }

    /** A guess is no reason for the next one: the context ages as if nothing had been found. */
    private static ConversationContext afterGuess(ConversationContext before, Set<SecretKind> found, Instant at) {
        Set<SecretKind> topics = EnumSet.copyOf(found);
        topics.addAll(before.topics);
        return new ConversationContext(
                topics,
                Strength.MENTIONED,
                Math.max(0, before.turnsLeft - 1),
                before.expectation,
                before.fragments,
                before.known,
                at);
    }

    private static ConversationContext with(
            ConversationContext before,
            Set<SecretKind> topics,
            Strength strength,
            Expectation expectation,
            Instant at) {
        return new ConversationContext(
                topics, strength, ConversationContext.TURNS, expectation, before.fragments, before.known, at);
    }

    /** Numbers that bot or agent wrote themselves are no secret when the player repeats them. */
    private static ConversationContext withKnown(ConversationContext context, List<String> numbers) {
        if (numbers.isEmpty()) {
            return context;
        }
        Set<String> known = new LinkedHashSet<>(context.known);
        known.addAll(numbers);
        return new ConversationContext(
                context.topics,
                context.strength,
                context.turnsLeft,
                context.expectation,
                context.fragments,
                known,
                context.at);
    }

    ConversationContext withFragment(ConversationContext context, Fragment fragment) {
        List<Fragment> fragments = new ArrayList<>(context.fragments);
        fragments.add(fragment);
        int first = Math.max(0, fragments.size() - MOST_FRAGMENTS);
        return withFragments(context, fragments.subList(first, fragments.size()));
    }

    ConversationContext withFragments(ConversationContext context, List<Fragment> fragments) {
        return new ConversationContext(
                context.topics,
                context.strength,
                context.turnsLeft,
                context.expectation,
                fragments,
                context.known,
                context.at);
    }

    private static Set<SecretKind> kinds(Tokens tokens) {
        Set<SecretKind> kinds = EnumSet.noneOf(SecretKind.class);
        kinds.addAll(OutgoingRules.read(tokens).mentioned());
        return kinds;
    }

    /** "The one of four digits for the card". */
    private static boolean isFourDigits(Tokens tokens) {
        boolean four = false;
        for (int i = 1; i < tokens.count; i++) {
            boolean counted = tokens.is(i - 1, Tokens.NUMBER) && tokens.text.chars[tokens.start[i - 1]] == '4'
                    || NumberWords.plainValue(tokens.numeral[i - 1]) == 4;
            four |= counted && tokens.has(i, Role.DIGITS) && !tokens.has(i - 2, Role.PART);
        }
        return four && (tokens.all & (Role.CARD.bit | Role.APP.bit)) != 0 && (tokens.all & Role.PART.bit) == 0;
    }

    /** Kinds that the player's words are about, whether named or only described. */
    private static Set<SecretKind> topics(Analysis analysis, Set<SecretKind> found) {
        Set<SecretKind> kinds = kinds(analysis.tokens);
        kinds.addAll(found);
        if (kinds.contains(SecretKind.CARD_NUMBER)) {
            kinds.add(SecretKind.CVV);
        }
        if (kinds.isEmpty()
                && (analysis.tokens.all & Role.BACKSIDE.bit) != 0
                && (analysis.tokens.all & Role.REF.bit) == 0) {
            kinds.add(SecretKind.CVV);
        }
        long other =
                Role.PART.bit | Role.REF.bit | Role.MONEY.bit | Role.MONEY_VERB.bit | Role.SPORT.bit | Role.PROMO.bit;
        boolean app = (analysis.tokens.all & Role.APP.bit) != 0 && (analysis.tokens.all & Role.DIGITS.bit) != 0;
        if (kinds.isEmpty() && app && (analysis.tokens.all & other) == 0) {
            kinds.add(SecretKind.OTP);
        }
        if (isFourDigits(analysis.tokens)) {
            kinds.remove(SecretKind.CARD_NUMBER);
            kinds.remove(SecretKind.CVV);
            kinds.add(SecretKind.PIN);
        }
        return kinds;
    }

    /** "I got an SMS", with nothing said of money or offers: its code may come next. */
    private static boolean isMessageComing(Tokens tokens) {
        long other = Role.NEG.bit
                | Role.MONEY.bit
                | Role.MONEY_VERB.bit
                | Role.PROMO.bit
                | Role.REF.bit
                | Role.WH.bit
                | Role.QUANTITY.bit;
        boolean came = (tokens.all & Role.SMS.bit) != 0 && (tokens.all & Role.ARRIVED.bit) != 0;
        return came && (tokens.all & other) == 0 && tokens.count <= FEW_TOKENS;
    }

    /** Ends with the keyword and words that only lead to its value, or promises to tell it. */
    private boolean isAnnounced(Tokens tokens) {
        Qualifiers qualifiers = new Qualifiers(tokens);
        int last = -1;
        for (int i = 0; i < tokens.count; i++) {
            boolean card = tokens.has(i, Role.CARD) && !tokens.has(i, Role.REF);
            boolean secret = switch (qualifiers.at(i)) {
                case PASSWORD, PIN, CVV, OTP, BARE_CODE, APP_CODE, CARD_CODE, BACKSIDE -> true;
                default -> card;
            };
            last = secret ? i : last;
        }
        if (last < 0 || (tokens.all & Role.NEG.bit) != 0) {
            return false;
        }
        boolean question = false;
        boolean trails = true;
        for (int i = last + 1; i < tokens.count; i++) {
            question |= tokens.sign(i) == '?';
            trails &= !tokens.isWordLike(i) || tokens.hasAny(i, TRAILING);
        }
        boolean promised = false;
        for (int i = last - 1; i >= Math.max(0, last - 4); i--) {
            promised |= tokens.hasAny(i, Role.SAY.bit);
            question |= tokens.has(i, Role.WH) && !tokens.has(i, Role.DEM);
        }
        return !question && (trails && !isComplaint(tokens, last) || promised);
    }

    /** "I forgot my PIN" ends with the keyword too. */
    private static boolean isComplaint(Tokens tokens, int keyword) {
        boolean link = false;
        for (int i = keyword + 1; i < tokens.count; i++) {
            link |= tokens.has(i, Role.COPULA)
                    || tokens.sign(i) == ':'
                    || tokens.sign(i) == '='
                    || tokens.sign(i) == '-';
        }
        boolean leads = true;
        for (int i = 0; i < keyword; i++) {
            leads &= !tokens.isWordLike(i)
                    || tokens.hasAny(i, TRAILING | Role.SAY.bit | Role.AND.bit | Tokeniser.SECRETS);
        }
        return !link && !leads;
    }
}
