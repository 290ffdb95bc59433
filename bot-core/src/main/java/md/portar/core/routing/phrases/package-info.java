/**
 * Recognising set phrases in players' messages in three languages, whatever the script, diacritics or typos. Lists are data
 * files written in ordinary spelling; nothing here decides what a phrase leads to.
 */
@NullMarked
package md.portar.core.routing.phrases;

import org.jspecify.annotations.NullMarked;
