/**
 * Proofs: the packaged jar under faults, load and bad input, with figures. What each shows and how to run its long form is in
 * docs/proofs.md.
 */
@NullMarked
package md.portar.gateway.proof;

import org.jspecify.annotations.NullMarked;
