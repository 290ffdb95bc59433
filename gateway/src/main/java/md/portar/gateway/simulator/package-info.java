/**
 * The three platforms on loopback: a Bot API, Twilio's REST API and the Graph API at wire level, with phones to type on. The
 * demonstration shows it to newcomers; end-to-end tests drive it and read what the gateway sent.
 */
@NullMarked
package md.portar.gateway.simulator;

import org.jspecify.annotations.NullMarked;
