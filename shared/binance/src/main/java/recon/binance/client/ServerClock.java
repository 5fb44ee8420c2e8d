package recon.binance.client;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import recon.binance.request.HostFamily;

/** The exchange's clock, kept as an offset from ours, one for each host. */
final class ServerClock {
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final InstantSource own;
    private final Map<String, Measured> measured = new ConcurrentHashMap<>();

    /**
     * @param offset to add to our clock
     * @param at when it was measured, on our clock
     * @param doubt how far the exchange's clock may be from what the offset says
     * @param trusted false once the exchange has refused a time stamp
     */
    private record Measured(Duration offset, Instant at, Duration doubt, boolean trusted) {}

    ServerClock(InstantSource own) {
        this.own = requireNonNull(own, "own is null");
    }

    /** Our own clock, to measure with. */
    Instant ownNow() {
        return own.instant();
    }

    /** The exchange's time, in whole milliseconds; ours as long as nothing has been measured. */
    Instant now(HostFamily family) {
        return own.instant().plus(offset(family)).truncatedTo(ChronoUnit.MILLIS);
    }

    /** How far the exchange's clock may be from what we think: half the round trip in which it was read. */
    Duration doubt(HostFamily family) {
        return last(family).map(Measured::doubt).orElse(Duration.ZERO);
    }

    /** Whether the offset should be measured before the next request. */
    boolean stale(HostFamily family) {
        Optional<Measured> last = last(family);
        if (last.isEmpty() || !last.get().trusted()) {
            return true;
        }
        Duration age = Duration.between(last.get().at(), own.instant());
        return age.isNegative() || age.compareTo(FRESH) >= 0;
    }

    /** Whether there has been any measurement. */
    boolean known(HostFamily family) {
        return last(family).isPresent();
    }

    /**
     * One measurement: the exchange read its clock half-way between our two readings.
     *
     * @param before our clock when we asked
     * @param after our clock when the answer came
     * @param server the answer
     */
    void measured(HostFamily family, Instant before, Instant after, Instant server) {
        Duration half = Duration.between(before, after).dividedBy(2);
        Duration offset = Duration.between(before.plus(half), server);
        // Rounded up to whole milliseconds, like all times: a fraction could be waited for and never be reached.
        measured.put(
                family.host(),
                new Measured(offset, after, half.plusNanos(999_999).truncatedTo(ChronoUnit.MILLIS), true));
    }

    /** The exchange refused a time stamp: the offset remains an estimate until it is measured again. */
    void distrust(HostFamily family) {
        measured.computeIfPresent(
                family.host(), (host, last) -> new Measured(last.offset(), last.at(), last.doubt(), false));
    }

    private Duration offset(HostFamily family) {
        return last(family).map(Measured::offset).orElse(Duration.ZERO);
    }

    private Optional<Measured> last(HostFamily family) {
        return Optional.ofNullable(measured.get(family.host()));
    }
}
