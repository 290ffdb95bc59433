package md.portar.gateway.console.ui;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import md.portar.core.conversation.AgentId;
import md.portar.core.conversation.Priority;
import md.portar.core.guard.CatalogueText;
import md.portar.core.guard.SafeText;
import md.portar.core.guard.SecretKind;
import md.portar.core.handoff.Agent;
import md.portar.core.handoff.AgentRole;
import md.portar.core.handoff.ConversationNumber;
import md.portar.core.handoff.DeskMessage;
import md.portar.core.message.Language;
import md.portar.gateway.console.ConsoleUnderTest;
import md.portar.gateway.console.FakeDesk;

/** An afternoon at the desk: some customers wait, one is being talked to. */
final class Scene {
    final Agent ana;
    final Agent dan;
    final ConversationNumber ion;
    final ConversationNumber maria;
    final ConversationNumber vasile;
    private final FakeDesk desk;
    private final Instant now;

    Scene(ConsoleUnderTest console, Clock clock) {
        desk = console.desk();
        now = clock.instant();
        ana = console.agents().add("ana.p", "Ana P.", Language.EN);
        dan = console.agents().add("dan", "Dan Vasilache", Language.RO, AgentRole.SUPERVISOR);
        ion = desk.queued(
                "Test User",
                "telegram",
                Language.RO,
                Priority.NORMAL,
                Duration.ofMinutes(9),
                "Bună ziua, retragerea mea e blocată de ieri. Ce se întâmplă?");
        maria = desk.queued(
                "Мария Т.",
                "whatsapp",
                Language.RU,
                Priority.SAFETY,
                Duration.ofMinutes(1),
                "Хочу закрыть аккаунт и больше не играть");
        desk.queued(
                "Sam Sample",
                "messenger",
                Language.EN,
                Priority.HIGH,
                Duration.ofMinutes(17),
                "Still no answer about my bonus");
        vasile = desk.queued(
                "Vasile Exemplu",
                "whatsapp",
                Language.RO,
                Priority.NORMAL,
                Duration.ofMinutes(4),
                "Vreau să vorbesc cu un om, vă rog");
        desk.queued(
                "Ольга П.",
                "telegram",
                Language.RU,
                Priority.NORMAL,
                Duration.ofSeconds(40),
                "Не приходит код подтверждения");
        talk();
    }

    private void talk() {
        say(
                DeskMessage.Author.BOT,
                8,
                "Retragerile se procesează de obicei în 24 de ore. Dacă ai ales un card, banca poate avea nevoie de încă o zi.",
                List.of("Starea cererii", "Vorbește cu un om", "Meniu"),
                Set.of(),
                Optional.of(DeskMessage.Delivery.DELIVERED));
        say(
                DeskMessage.Author.CUSTOMER,
                7,
                "cardul meu ⟦CVV⟧ nu merge nici la depunere",
                List.of(),
                Set.of(SecretKind.CVV),
                Optional.empty());
        say(
                DeskMessage.Author.BOT,
                7,
                "Te rog să nu trimiți niciodată date de card. Am ascuns mesajul și l-am șters.",
                List.of(),
                Set.of(),
                Optional.of(DeskMessage.Delivery.READ));
        say(DeskMessage.Author.EVENT, 6, "Transferată către un om", List.of(), Set.of(), Optional.empty());
        say(
                DeskMessage.Author.NOTE,
                5,
                "Documentele sunt în regulă, așteaptă doar confirmarea de la bancă.",
                List.of(),
                Set.of(),
                Optional.empty());
    }

    private void say(
            DeskMessage.Author author,
            int minutesAgo,
            String words,
            List<String> choices,
            Set<SecretKind> secrets,
            Optional<DeskMessage.Delivery> delivery) {
        Optional<AgentId> agent = author == DeskMessage.Author.NOTE ? Optional.of(dan.id()) : Optional.empty();
        desk.put(
                ion,
                new DeskMessage(
                        desk.nextSeq(ion),
                        now.minus(Duration.ofMinutes(minutesAgo)),
                        author,
                        agent,
                        text(words),
                        choices.stream().map(Scene::text).toList(),
                        secrets,
                        false,
                        false,
                        secrets.isEmpty() ? Optional.empty() : Optional.of(DeskMessage.Redaction.DONE),
                        delivery));
    }

    static SafeText text(String words) {
        return CatalogueText.of(words);
    }

    /** A whole message hidden, as when a password's borders are unsure. */
    void hiddenMessage(ConversationNumber number) {
        desk.put(
                number,
                new DeskMessage(
                        desk.nextSeq(number),
                        now,
                        DeskMessage.Author.CUSTOMER,
                        Optional.empty(),
                        text(""),
                        List.of(),
                        Set.of(SecretKind.PASSWORD),
                        true,
                        false,
                        Optional.of(DeskMessage.Redaction.NOT_POSSIBLE),
                        Optional.empty()));
    }
}
