package recon.stream.notice;

/** Where the capture speaks to people. Calls return at once. */
public interface Notices {
    /** Something a person has to see. */
    void alarm(Alarm alarm);

    /** A step in the life of a connection. */
    void note(String what);

    /**
     * An event that is not queued.
     *
     * @param account whose it is
     * @param type its {@code e}
     * @param ids its times and ids, never amounts
     */
    void other(String account, String type, String ids);

    /**
     * Keeps a frame that nobody can use.
     *
     * @return false if it cannot be kept because too many are on their way
     */
    boolean keep(Reject reject);
}
