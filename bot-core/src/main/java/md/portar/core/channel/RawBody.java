package md.portar.core.channel;

/** A webhook's body as received. Adapters verify and parse it and do not keep it. Prints its size only. */
public final class RawBody {
    private final byte[] bytes;

    private RawBody(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Takes ownership of the bytes. */
    public static RawBody of(byte[] bytes) {
        return new RawBody(bytes);
    }

    /** The bytes themselves, not a copy: do not change them. */
    public byte[] bytes() {
        return bytes;
    }

    public int size() {
        return bytes.length;
    }

    @Override
    public String toString() {
        return "RawBody[" + bytes.length + " bytes]";
    }
}
