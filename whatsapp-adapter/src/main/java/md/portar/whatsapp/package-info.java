/** WhatsApp through Twilio. Knows the core's channel interface and nothing of stores, routing or other channels. */
@NullMarked
package md.portar.whatsapp;

import org.jspecify.annotations.NullMarked;
