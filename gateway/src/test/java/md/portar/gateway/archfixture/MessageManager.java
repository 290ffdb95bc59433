package md.portar.gateway.archfixture;

/** Breaks: names say what a class is. */
public final class MessageManager {}
