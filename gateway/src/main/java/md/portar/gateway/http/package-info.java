/** The HTTP listeners: webhooks on the public address, health and metrics on the private one. Vert.x lives here. */
@NullMarked
package md.portar.gateway.http;

import org.jspecify.annotations.NullMarked;
