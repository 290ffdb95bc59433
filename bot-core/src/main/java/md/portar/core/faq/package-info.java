/**
 * Curated answers and the matcher that finds them: the pack and its checks, one fold for three languages, one pooled linear
 * model with a calibrated confidence, the language of the answer, and the score of labelled messages. Nothing here writes a
 * sentence of its own or knows the state of a conversation.
 */
@NullMarked
package md.portar.core.faq;

import org.jspecify.annotations.NullMarked;
