package md.portar.core.routing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import md.portar.core.casestatus.ReferenceReader.References;
import md.portar.core.conversation.ConversationMemory.Fact;

/** The case numbers and account ids that a message, with those before it, can mean; the likeliest first. */
record CaseReadings(List<String> numbers, List<String> accounts) {
    CaseReadings {
        numbers = List.copyOf(numbers);
        accounts = List.copyOf(accounts);
    }

    static CaseReadings of(References named, TurnDraft turn, Optional<String> boundAccount, String prefix) {
        List<String> numbers = new ArrayList<>(named.cases());
        List<String> accounts = new ArrayList<>(named.accounts());
        if (numbers.isEmpty()) {
            turn.recall(Fact.PENDING_CASE).ifPresent(numbers::add);
        }
        if (accounts.isEmpty()) {
            turn.recall(Fact.PENDING_ACCOUNT).ifPresent(accounts::add);
        }
        placeUnclear(named.unclear(), numbers, accounts, boundAccount.isPresent() ? -1 : usualLength(turn, prefix));
        if (accounts.isEmpty()) {
            boundAccount.ifPresent(accounts::add);
        }
        return new CaseReadings(numbers, accounts);
    }

    boolean complete() {
        return !numbers.isEmpty() && !accounts.isEmpty();
    }

    /** @param usualLength digits of a usual case number; negative when a number can only be a case's */
    private static void placeUnclear(
            List<String> unclear, List<String> numbers, List<String> accounts, int usualLength) {
        if (numbers.isEmpty() && accounts.isEmpty()) {
            if (unclear.size() == 1) {
                boolean isCase = usualLength < 0 || unclear.get(0).length() == usualLength;
                (isCase ? numbers : accounts).addAll(unclear);
                return;
            }
            numbers.addAll(unclear);
            List<String> reversed = new ArrayList<>(unclear);
            Collections.reverse(reversed);
            accounts.addAll(reversed);
        } else if (numbers.isEmpty()) {
            numbers.addAll(unclear);
        } else if (accounts.isEmpty()) {
            accounts.addAll(unclear);
        }
    }

    private static int usualLength(TurnDraft turn, String prefix) {
        String example = turn.words().settings().caseExample();
        return example.length() - prefix.length() - (example.contains("-") ? 1 : 0);
    }
}
