package md.portar.core.message.archfixture;

/** Breaks: records of customers hold no bare strings. */
public record RecordWithBareWords(String words) {}
