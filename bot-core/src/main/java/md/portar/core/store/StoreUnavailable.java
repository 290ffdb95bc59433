package md.portar.core.store;

/** The store cannot take work now: its queue is full, the disk fails, another process has the file, or it was closed. */
public final class StoreUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreUnavailable(String what) {
        super(what, null, false, false);
    }

    /** The cause comes from the database driver and names tables and files, not values. */
    public StoreUnavailable(String what, Throwable cause) {
        super(what, cause);
    }
}
