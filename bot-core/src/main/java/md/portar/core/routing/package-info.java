/**
 * What the bot does with a player's messages: order of rules, dialogues and menus. Pure but for the ports it asks (answers,
 * cases, queue); it stores and sends nothing, a turn's effects do.
 */
@NullMarked
package md.portar.core.routing;

import org.jspecify.annotations.NullMarked;
