package recon.stream.connection;

/** Who decides what becomes of a connection. */
interface LinkOwner {
    /** The state of the connection, or whether it is to be replaced, has changed. */
    void changed(long now, Link link);

    /** There is no place for a report: nothing more must be received. */
    void full(long now);
}
