package recon.binance.source;

import recon.binance.request.Reply;
import recon.binance.request.Request;

/**
 * One endpoint of the exchange: what it costs, how it is walked, what its rows mean. Stateless: everything a walk
 * remembers is in its cursor.
 */
public interface Source {
    /** The name it has in the archive, the ledger and the runs. */
    String name();

    /** Whose key reads it. */
    Reach reach();

    /** Whether it is walked symbol by symbol; the caller puts the symbol into the cursor. */
    boolean perSymbol();

    /** When it is read within a run. */
    default Phase phase() {
        return perSymbol() ? Phase.TRADES : Phase.MOVEMENTS;
    }

    /**
     * What to ask next.
     *
     * @param cursor not finished
     */
    Request request(Cursor cursor, Scope scope);

    /**
     * Reads a reply that is no error.
     *
     * @param archiveKey where its bytes are stored
     * @param cursor the one it was asked with
     * @throws UnusablePage if it cannot be read as a whole; nothing of it is applied then
     */
    Page read(Reply reply, String archiveKey, Cursor cursor, Scope scope);
}
