package recon.collect.discovery;

import java.util.List;
import java.util.Set;
import recon.ledger.reconcile.Unexplained;

/** What says in which symbols there is something to read: to ask for each that is possible costs many times as much. */
public sealed interface Evidence {
    /** Nothing can be said: every candidate is asked for. */
    record None() implements Evidence {}

    /**
     * Only these have to be asked for.
     *
     * @param symbols their names
     */
    record Named(Set<String> symbols) implements Evidence {
        public Named {
            symbols = Set.copyOf(symbols);
        }
    }

    /**
     * These are asked for, and then the candidates most likely to explain what is left, until nothing is.
     *
     * @param active symbols in which something is known to have happened
     * @param left what moved each of the wallets and is not booked yet
     */
    record Moved(Set<String> active, List<Unexplained> left) implements Evidence {
        public Moved {
            active = Set.copyOf(active);
            left = List.copyOf(left);
        }
    }
}
