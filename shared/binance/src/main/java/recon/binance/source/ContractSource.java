package recon.binance.source;

import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import recon.ledger.row.ContractUsed;
import recon.ledger.row.Observation;

/** A source that is read for the positions in futures contracts alone, and of no account without a wallet for them. */
public interface ContractSource extends Source {
    @Override
    default Set<Rhythm> rhythms() {
        return Set.of(Rhythm.FUTURES);
    }

    @Override
    default boolean idle(Scope scope) {
        return !scope.known().futures();
    }

    /**
     * The contracts that rows show to be used, each once: what else the rows say is left to whoever reads the archive.
     *
     * @param contract insists on what every row has, and names its contract
     */
    static <T> List<Observation> used(
            RowReader reader, List<T> rows, BiFunction<T, Fields, String> contract, Scope scope) {
        return IntStream.range(0, rows.size())
                .mapToObj(i -> contract.apply(rows.get(i), reader.fields(i)))
                .distinct()
                .<Observation>map(symbol -> new ContractUsed(scope.account().id(), symbol))
                .toList();
    }
}
