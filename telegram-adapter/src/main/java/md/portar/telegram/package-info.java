/**
 * Telegram: webhook and long polling in, Bot API calls out, by the TelegramBots client and types. Everything of that library
 * stays in this package.
 */
@NullMarked
package md.portar.telegram;

import org.jspecify.annotations.NullMarked;
