package md.portar.core.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import md.portar.core.channel.MessageTemplate;
import md.portar.core.channel.TemplateField;
import md.portar.core.guard.CatalogueText;
import md.portar.core.guard.OutgoingReview;
import md.portar.core.guard.SafeText;
import md.portar.core.guard.SecretGuard;
import md.portar.core.guard.SecretKind;
import md.portar.core.guard.UntrustedText;
import md.portar.core.handoff.SendResult;
import md.portar.core.handoff.SendResult.Reason;
import md.portar.core.handoff.TemplateDraft;

/**
 * Fills an agent's template. The guard looks at each value alone, at all of them together, and at the whole text, so that neither
 * a secret cut in two nor one that only the template's words give away can leave. Thread-safe.
 */
final class TemplateFilling {
    private final SecretGuard guard;

    TemplateFilling(SecretGuard guard) {
        this.guard = guard;
    }

    /**
     * What came of it: either the values and the whole text, or why not.
     *
     * @param refusal empty when it may be sent
     */
    record Filled(Optional<SendResult.Refused> refusal, List<SafeText> values, SafeText text) {
        static Filled not(Reason reason, Set<SecretKind> kinds) {
            return new Filled(Optional.of(new SendResult.Refused(reason, kinds)), List.of(), CatalogueText.EMPTY);
        }
    }

    Filled fill(Optional<List<MessageTemplate>> offered, TemplateDraft draft, SafeText customer, SafeText agent) {
        if (offered.filter(list -> !list.isEmpty()).isEmpty()) {
            return Filled.not(Reason.NO_TEMPLATES, Set.of());
        }
        Optional<MessageTemplate> template = offered.get().stream()
                .filter(one -> one.name().equals(draft.template()))
                .findFirst();
        Optional<CatalogueText> body = template.flatMap(one -> one.body(draft.language()));
        if (template.isEmpty() || body.isEmpty()) {
            return Filled.not(Reason.UNKNOWN_TEMPLATE, Set.of());
        }
        return fill(template.get(), body.get(), draft, template.get().known(customer, agent));
    }

    private Filled fill(
            MessageTemplate template, CatalogueText body, TemplateDraft draft, Map<Integer, SafeText> known) {
        List<SafeText> values = new ArrayList<>();
        for (int number : template.numbers()) {
            Optional<SafeText> value = Optional.ofNullable(known.get(number));
            if (value.isEmpty()) {
                UntrustedText typed = draft.typed().getOrDefault(number, UntrustedText.of(""));
                Optional<Filled> objection = objection(template.fields().get(number - 1), typed);
                if (objection.isPresent()) {
                    return objection.get();
                }
                value = Optional.of(guard.reviewOutgoing(typed).screening().text());
            }
            values.add(value.get());
        }
        String together = values.stream().map(SafeText::value).collect(Collectors.joining(" "));
        OutgoingReview whole =
                guard.reviewOutgoing(UntrustedText.of(body.filled(values).value()));
        return objection(guard.reviewOutgoing(UntrustedText.of(together)))
                .or(() -> objection(whole))
                .orElseGet(() ->
                        new Filled(Optional.empty(), values, whole.screening().text()));
    }

    private Optional<Filled> objection(TemplateField field, UntrustedText typed) {
        if (typed.isBlank()) {
            return Optional.of(Filled.not(Reason.FIELD_EMPTY, Set.of()));
        }
        if (typed.length() > field.longest()) {
            return Optional.of(Filled.not(Reason.FIELD_TOO_LONG, Set.of()));
        }
        OutgoingReview review = guard.reviewOutgoing(typed);
        return objection(review)
                .or(() -> Optional.of(review.screening().text())
                        .filter(text -> !TemplateField.isOneLine(text))
                        .map(text -> Filled.not(Reason.FIELD_NOT_ONE_LINE, Set.of())));
    }

    private static Optional<Filled> objection(OutgoingReview review) {
        if (review.screening().blocked()) {
            return Optional.of(
                    Filled.not(Reason.CONTAINS_SECRET, review.screening().kinds()));
        }
        return review.sendable() ? Optional.empty() : Optional.of(Filled.not(Reason.ASKS_FOR_SECRET, review.asksFor()));
    }
}
