/**
 * The bot's own words in three languages: message files, typed access to them, and the operator's facts that fill their
 * placeholders. Answers to questions are not here but in the FAQ pack.
 */
@NullMarked
package md.portar.core.texts;

import org.jspecify.annotations.NullMarked;
