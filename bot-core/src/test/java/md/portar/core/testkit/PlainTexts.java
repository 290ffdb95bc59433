package md.portar.core.testkit;

import java.util.List;
import java.util.Locale;
import md.portar.core.casestatus.CaseRecord;
import md.portar.core.channel.Choice;
import md.portar.core.guard.CatalogueText;
import md.portar.core.guard.SafeText;
import md.portar.core.handoff.QueueOutlook;
import md.portar.core.message.Language;
import md.portar.core.pipeline.SystemTexts;

/** System texts that name themselves. */
public final class PlainTexts implements SystemTexts {
    @Override
    public Line failed(Language language) {
        return new Line(CatalogueText.of("failed " + language.code()), List.of());
    }

    @Override
    public SafeText groupsNotServed() {
        return CatalogueText.of("no groups");
    }

    @Override
    public SafeText agentJoined(Language language, SafeText agentName) {
        return CatalogueText.of("joined " + language.code() + " {name}").with("name", agentName);
    }

    @Override
    public SafeText agentLeft(Language language) {
        return CatalogueText.of("left " + language.code());
    }

    @Override
    public Line closed(Language language, boolean askRating) {
        List<Choice> stars = askRating ? List.of(new Choice("rate.5", CatalogueText.of("5"))) : List.of();
        return new Line(CatalogueText.of("closed " + language.code()), stars);
    }

    @Override
    public Line stillWaiting(Language language, QueueOutlook.Outlook outlook, boolean offerMessage) {
        String wait =
                outlook.expectedWait().map(any -> " in " + any.toMinutes()).orElse("");
        return new Line(
                CatalogueText.of("place " + outlook.place() + wait + (offerMessage ? " or leave" : "")), List.of());
    }

    @Override
    public Line caseChanged(Language language, CaseRecord record) {
        return new Line(CatalogueText.of("case " + record.status().name().toLowerCase(Locale.ROOT)), List.of());
    }

    @Override
    public SafeText skipped(int messages) {
        return CatalogueText.of("skipped {n}").with("n", messages);
    }

    @Override
    public SafeText event(Happening happening, SafeText agentName) {
        return CatalogueText.of(happening.name().toLowerCase(Locale.ROOT));
    }
}
