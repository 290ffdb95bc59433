package md.portar.core.guard.archfixture;

import md.portar.core.message.ChannelId;

/** Breaks: the guard depends on nothing of ours. */
public record GuardThatKnowsAChannel(ChannelId channel) {}
