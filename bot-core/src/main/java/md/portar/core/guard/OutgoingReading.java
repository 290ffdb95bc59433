package md.portar.core.guard;

import java.util.List;
import java.util.Set;

/**
 * What the words that bot or agent said mean for the answer; it depends on the words alone.
 *
 * @param asked kinds of secrets they ask for
 * @param mentioned kinds they speak about at all
 * @param question what kind of answer their last question expects
 * @param roles the roles of all words together
 * @param length how many tokens there are
 * @param numbers the numbers in them that an answer may repeat
 */
record OutgoingReading(
        Set<SecretKind> asked,
        Set<SecretKind> mentioned,
        Expectation question,
        long roles,
        int length,
        List<String> numbers) {
    private static final int MOST_NUMBERS = 8;
    private static final int SHORTEST_NUMBER = 4;
    private static final int LONGEST_NUMBER = 12;

    static OutgoingReading of(String text, Rules rules) {
        Analysis analysis = rules.tokenise(Normaliser.fold(text));
        OutgoingRules outgoing = OutgoingRules.read(analysis.tokens);
        return new OutgoingReading(
                outgoing.asked(),
                outgoing.mentioned(),
                Questions.expectation(analysis.tokens),
                analysis.tokens.all,
                analysis.tokens.count,
                analysis.numbers.stream()
                        .map(Num::digits)
                        .filter(digits -> digits.length() >= SHORTEST_NUMBER && digits.length() <= LONGEST_NUMBER)
                        .limit(MOST_NUMBERS)
                        .toList());
    }

    boolean hasAny(long wanted) {
        return (roles & wanted) != 0;
    }
}
