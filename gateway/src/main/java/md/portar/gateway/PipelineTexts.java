package md.portar.gateway;

import java.util.Optional;
import md.portar.core.casestatus.CaseRecord;
import md.portar.core.guard.SafeText;
import md.portar.core.handoff.QueueOutlook;
import md.portar.core.message.Language;
import md.portar.core.pipeline.SystemTexts;
import md.portar.core.texts.PlayerNotices;

/** Gives the pipeline its few lines from the message files. */
public final class PipelineTexts implements SystemTexts {
    private final PlayerNotices notices;
    private final Language agents;

    /**
     * @param agents the language of lines that only agents see; they are kept as written
     */
    public PipelineTexts(PlayerNotices notices, Language agents) {
        this.notices = notices;
        this.agents = agents;
    }

    @Override
    public Line failed(Language language) {
        return line(notices.error(language));
    }

    @Override
    public SafeText groupsNotServed() {
        return notices.group(agents, Optional.empty());
    }

    @Override
    public SafeText agentJoined(Language language, SafeText agentName) {
        return notices.agentJoined(language, agentName);
    }

    @Override
    public SafeText agentLeft(Language language) {
        return notices.agentTransferred(language);
    }

    @Override
    public Line closed(Language language, boolean askRating) {
        return line(notices.agentClosed(language, Optional.empty(), askRating));
    }

    @Override
    public Line stillWaiting(Language language, QueueOutlook.Outlook outlook, boolean offerMessage) {
        return line(notices.stillWaiting(language, outlook.place(), outlook.expectedWait(), offerMessage));
    }

    @Override
    public Line caseChanged(Language language, CaseRecord record) {
        return line(notices.caseChanged(language, record));
    }

    @Override
    public SafeText event(Happening happening, SafeText agentName) {
        return notices.deskEvent(agents, happening.name(), agentName);
    }

    @Override
    public SafeText skipped(int messages) {
        return notices.skipped(agents, messages);
    }

    private static Line line(PlayerNotices.Line line) {
        return new Line(line.text(), line.choices());
    }
}
