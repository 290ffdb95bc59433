/**
 * What tests of every module share: fakes for our own ports, a clock one can turn, settings from a map, captured logs.
 * Published as bot-core's test-jar; never on a production class path.
 */
@NullMarked
package md.portar.core.testkit;

import org.jspecify.annotations.NullMarked;
