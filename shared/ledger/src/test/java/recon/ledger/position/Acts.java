package recon.ledger.position;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import recon.ledger.position.TruthfulExchange.Act;

/** What is done in a contract, at random: adds, partial closes, flips, fundings, fees in two assets. */
public final class Acts {
    private Acts() {}

    /** At most so many of them, one after the other. */
    public static Arbitrary<List<Act>> most(int size) {
        Arbitrary<Integer> few = Arbitraries.integers().between(1, 5);
        // Many fills share a millisecond, and some are minutes apart.
        Arbitrary<Integer> later = Arbitraries.frequency(Tuple.of(6, 0), Tuple.of(3, 1), Tuple.of(1, 200_000));
        Arbitrary<Boolean> coin = Arbitraries.of(true, false);
        return Combinators.combine(
                        Arbitraries.integers().between(0, 7).map(one -> one == 0),
                        coin,
                        coin,
                        few,
                        Arbitraries.integers().between(95, 105),
                        later,
                        coin)
                .as(Act::new)
                .list()
                .ofMaxSize(size);
    }
}
