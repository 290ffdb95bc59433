package md.portar.core.store.jdbc;

import md.portar.core.handoff.DeskEvent;

/** What a console has to look at again. Told once a transaction, however often it happened. */
record DeskChange(long conversation, DeskEvent.Kind kind) {}
