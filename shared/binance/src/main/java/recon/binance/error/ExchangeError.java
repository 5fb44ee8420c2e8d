package recon.binance.error;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import recon.binance.request.HostFamily;

/**
 * What a reply says when it does not say what was asked for.
 *
 * @param errorClass the plan's class
 * @param host which interface answered; the same code means different things on different ones
 * @param endpoint the path
 * @param status the HTTP status; 0 if there was no answer
 * @param code the exchange's own code, if it gave one
 * @param message for people: what, where, what to do
 * @param retryAt not before then, on the exchange's clock, UTC; empty where the caller's own back-off decides
 */
public record ExchangeError(
        ErrorClass errorClass,
        HostFamily host,
        String endpoint,
        int status,
        OptionalInt code,
        String message,
        Optional<Instant> retryAt) {
    private static final int CLOCK_SKEWED = -1021;
    /** Of the margin endpoints of {@code /sapi}. */
    private static final Set<Integer> NO_SUCH_WALLET = Set.of(-3003, -11001);

    public ExchangeError {
        requireNonNull(errorClass, "errorClass is null");
        requireNonNull(host, "host is null");
        requireNonNull(endpoint, "endpoint is null");
        requireNonNull(code, "code is null");
        requireNonNull(message, "message is null");
        requireNonNull(retryAt, "retryAt is null");
    }

    /** Whether our time stamp was refused: the next request reads the exchange's clock first, so ask again at once. */
    public boolean clockSkewed() {
        return hasCode(CLOCK_SKEWED);
    }

    /** Whether the account never opened the wallet that was asked about. */
    public boolean noSuchWallet() {
        return host == HostFamily.SAPI && code.isPresent() && NO_SUCH_WALLET.contains(code.getAsInt());
    }

    /** Whether the exchange gave this code of its own. */
    public boolean hasCode(int wanted) {
        return code.isPresent() && code.getAsInt() == wanted;
    }
}
