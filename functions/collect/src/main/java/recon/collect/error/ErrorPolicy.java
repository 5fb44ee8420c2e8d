package recon.collect.error;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import recon.binance.error.ExchangeError;

/**
 * What to do about an error, per class. Every retry is bounded; what is given up is named.
 *
 * <p>Rate limits are waited out as told and do not count as attempts: a ban may last days, and the run's deadline
 * bounds it.
 */
public final class ErrorPolicy {
    private static final int NETWORK_ATTEMPTS = 8;
    private static final int UNKNOWN_ATTEMPTS = 3;
    private static final Duration RATE_LIMIT_WAIT = Duration.ofSeconds(60);
    private static final Duration UNKNOWN_WAIT = Duration.ofMinutes(1);
    private static final Duration FORBIDDEN_WAIT = Duration.ofMinutes(5);
    private static final Duration NETWORK_BASE = Duration.ofSeconds(1);
    private static final Duration NETWORK_MOST = Duration.ofMinutes(2);
    private static final int FORBIDDEN = 403;

    private ErrorPolicy() {}

    /** The decision about an error. */
    public sealed interface Decision {
        /**
         * Ask again.
         *
         * @param at not before then, on the exchange's clock
         * @param counts whether this was one of a bounded number of attempts
         */
        record Again(Instant at, boolean counts) implements Decision {
            public Again {
                requireNonNull(at, "at is null");
            }
        }

        /** Do not ask again; a person is told. */
        record GiveUp() implements Decision {}

        /** The symbol may be new or gone: refresh the exchange's list, ask once more, then go on without it. */
        record RefreshSymbols() implements Decision {}
    }

    /**
     * Decides.
     *
     * @param attempts how often the same work has failed in a row before
     * @param now on the exchange's clock
     * @param spread a number that differs between tasks, so that they do not come back all at once
     */
    public static Decision decide(ExchangeError error, int attempts, Instant now, int spread) {
        if (error.clockSkewed()) {
            return attempts == 0 ? new Decision.Again(now, true) : new Decision.GiveUp();
        }
        return switch (error.errorClass()) {
            case RATE_LIMIT -> new Decision.Again(error.retryAt().orElse(now.plus(RATE_LIMIT_WAIT)), false);
            case NETWORK_ERROR -> again(attempts, NETWORK_ATTEMPTS, now.plus(backOff(attempts, spread)));
            case UNKNOWN ->
                again(
                        attempts,
                        UNKNOWN_ATTEMPTS,
                        now.plus(error.status() == FORBIDDEN ? FORBIDDEN_WAIT : UNKNOWN_WAIT));
            case INVALID_SYMBOL -> new Decision.RefreshSymbols();
            case API_KEY_INVALID, PARAMETER_ERROR, INSUFFICIENT_BALANCE -> new Decision.GiveUp();
        };
    }

    private static Decision again(int attempts, int most, Instant at) {
        return attempts + 1 < most ? new Decision.Again(at, true) : new Decision.GiveUp();
    }

    /** Exponential, and between half and all of it by the spread. */
    private static Duration backOff(int attempts, int spread) {
        Duration full = NETWORK_BASE.multipliedBy(1L << Math.min(attempts, 20));
        Duration bounded = full.compareTo(NETWORK_MOST) > 0 ? NETWORK_MOST : full;
        return bounded.dividedBy(2).plusMillis(Math.floorMod(spread, Math.toIntExact(bounded.toMillis() / 2)));
    }
}
