package recon.binance.client;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import recon.binance.request.HostFamily;

/**
 * Where the exchange is.
 *
 * @param spot serves {@code /api} and {@code /sapi}
 * @param futures serves {@code /fapi}
 */
public record Hosts(URI spot, URI futures) {
    /** The real exchange. */
    public static final Hosts PRODUCTION =
            new Hosts(URI.create("https://api.binance.com"), URI.create("https://fapi.binance.com"));

    public Hosts {
        requireNonNull(spot, "spot is null");
        requireNonNull(futures, "futures is null");
    }

    /** The address of a path with a query that is encoded already. */
    URI address(HostFamily family, String path, String query) {
        String base = (family == HostFamily.FAPI ? futures : spot).toString();
        String host = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
        return URI.create(query.isEmpty() ? host + path : host + path + "?" + query);
    }
}
