package md.portar.core.store;

import java.time.Instant;
import md.portar.core.guard.ScreenedText;
import md.portar.core.message.Language;

/**
 * A question that found no answer.
 *
 * @param count how often it was asked in exactly these words
 */
public record MissedQuestion(ScreenedText question, Language language, long count, Instant lastSeen) {}
