package recon.binance.source;

import static java.util.Objects.requireNonNull;

import java.util.List;
import recon.binance.request.HostFamily;
import recon.binance.request.Request;
import recon.binance.request.Security;

/**
 * What a source declares of itself.
 *
 * @param name the name it has in the archive, the ledger and the runs
 * @param path for instance {@code /api/v3/account}; it says which interface it belongs to
 * @param reach whose key reads it; what is read for the whole exchange needs none
 * @param phase when it is read within a run, and whether symbol by symbol
 * @param price what each request costs
 * @param types the records that its rows are read into: a native image must know them beforehand
 */
public record Endpoint(String name, String path, Reach reach, Phase phase, Price price, List<Class<?>> types) {
    public Endpoint {
        requireNonNull(name, "name is null");
        requireNonNull(path, "path is null");
        requireNonNull(reach, "reach is null");
        requireNonNull(phase, "phase is null");
        requireNonNull(price, "price is null");
        types = List.copyOf(types);
    }

    /** A request with its price and without parameters. */
    public Request request(Scope scope) {
        return Request.of(
                HostFamily.of(path),
                path,
                reach == Reach.EXCHANGE ? Security.NONE : Security.SIGNED,
                price.charges(path, scope));
    }
}
