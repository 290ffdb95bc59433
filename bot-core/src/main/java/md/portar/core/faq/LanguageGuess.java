package md.portar.core.faq;

import md.portar.core.message.Language;

/**
 * The language to answer in.
 *
 * @param certain false when the words belong to several languages or to none ("ok", "bonus", a number): then the language
 *     is the one spoken before, and a conversation should not switch because of this message
 * @param transliterated Russian written in Latin letters
 * @param ukrainian written with letters that only Ukrainian has; answered in Russian
 */
public record LanguageGuess(Language language, boolean certain, boolean transliterated, boolean ukrainian) {}
