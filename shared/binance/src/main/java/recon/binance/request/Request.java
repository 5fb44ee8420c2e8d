package recon.binance.request;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import recon.binance.budget.Charge;

/**
 * A read of the exchange without key, time stamp and signature: what the archive may show.
 *
 * @param method how it is sent
 * @param host which interface it belongs to
 * @param path for instance {@code /api/v3/account}
 * @param params in the order they are sent, not yet encoded
 * @param security what the client adds
 * @param charges what it costs, one per bucket
 */
public record Request(
        Method method,
        HostFamily host,
        String path,
        SequencedMap<String, String> params,
        Security security,
        List<Charge> charges) {
    public Request {
        requireNonNull(method, "method is null");
        requireNonNull(host, "host is null");
        requireNonNull(path, "path is null");
        requireNonNull(security, "security is null");
        params = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(params));
        charges = List.copyOf(charges);
        if (charges.stream().map(charge -> charge.bucket().key()).distinct().count() != charges.size()) {
            throw new IllegalArgumentException("two charges on one bucket: " + path);
        }
    }

    /** A request without parameters. */
    public static Request of(HostFamily host, String path, Security security, List<Charge> charges) {
        return new Request(Method.GET, host, path, new LinkedHashMap<>(), security, charges);
    }

    /** This request as a POST without a body. */
    public Request posted() {
        return new Request(Method.POST, host, path, params, security, charges);
    }

    /** This request with one more parameter. */
    public Request with(String name, String value) {
        LinkedHashMap<String, String> more = new LinkedHashMap<>(params);
        more.put(name, value);
        return new Request(method, host, path, more, security, charges);
    }

    /** This request with one more parameter, a number or a time in epoch milliseconds. */
    public Request with(String name, long value) {
        return with(name, Long.toString(value));
    }

    /** The percent-encoded query, the empty text without parameters. */
    public String query() {
        return params.entrySet().stream()
                .map(param -> PercentEncoding.encode(param.getKey()) + "=" + PercentEncoding.encode(param.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** {@code GET /path?a=b}, percent-encoded. */
    public String line() {
        String query = query();
        return query.isEmpty() ? method + " " + path : method + " " + path + "?" + query;
    }
}
