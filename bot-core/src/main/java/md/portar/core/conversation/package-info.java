/**
 * A conversation as a value: its state and legal transitions, what the bot remembers of it, and the effects a turn has. Pure;
 * nothing here reads a store or a clock.
 */
@NullMarked
package md.portar.core.conversation;

import org.jspecify.annotations.NullMarked;
