package recon.binance.source;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import recon.binance.request.Reply;
import recon.binance.request.Request;
import recon.ledger.symbol.Symbol;

/**
 * One endpoint of the exchange: what it costs, how it is walked, what its rows mean. Stateless: everything a walk
 * remembers is in its cursor.
 */
public interface Source {
    /** What it declares of itself. */
    Endpoint endpoint();

    /** The name it has in the archive, the ledger and the runs. */
    default String name() {
        return endpoint().name();
    }

    /** Whose key reads it. */
    default Reach reach() {
        return endpoint().reach();
    }

    /** When it is read within a run. */
    default Phase phase() {
        return endpoint().phase();
    }

    /** Whether it is walked symbol by symbol; the caller puts the symbol into the cursor. */
    default boolean perSymbol() {
        return phase().perSymbol();
    }

    /** Whether a symbol is worth asking for, where it is walked symbol by symbol. */
    default boolean covers(Symbol symbol) {
        return true;
    }

    /**
     * The source in whose task it is read as well, where it moves the same wallet symbol by symbol: what the other one
     * leaves unexplained says whether it is asked. Empty for one that has a task of its own.
     */
    default Optional<String> within() {
        return Optional.empty();
    }

    /** Whether it is read only for accounts whose user-data stream is listened to: it shows what the stream missed. */
    default boolean checksStream() {
        return phase() == Phase.ORDERS;
    }

    /** How long after the midnight that ends a day it is read for that day, at the earliest. */
    default Duration afterMidnight() {
        return phase() == Phase.KEYS ? Duration.ZERO : Duration.ofMinutes(2);
    }

    /** How far before a day it is read again with it: rows change their state and appear late. */
    default Duration overlap() {
        return Duration.ofDays(7);
    }

    /** In which runs it is read. */
    default Set<Rhythm> rhythms() {
        return Set.of(Rhythm.DAILY);
    }

    /**
     * How much of what it has read before it reads again, where it goes on from where it last ended; empty for one that
     * shows what is there now, or that remembers contract by contract how far it came.
     */
    default Optional<Duration> resumes() {
        return Optional.empty();
    }

    /** Whether there is nothing to ask for in a scope, for instance of the sub-accounts of an account without any. */
    default boolean idle(Scope scope) {
        return false;
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
