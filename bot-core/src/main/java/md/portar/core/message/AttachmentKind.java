package md.portar.core.message;

/** What a file is, as far as the platform says. */
public enum AttachmentKind {
    IMAGE,
    VIDEO,
    AUDIO,
    VOICE,
    DOCUMENT,
    STICKER,
    OTHER
}
