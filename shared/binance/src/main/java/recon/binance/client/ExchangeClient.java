package recon.binance.client;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import recon.binance.budget.Charges;
import recon.binance.budget.RateBudget;
import recon.binance.request.HostFamily;
import recon.binance.request.Outcome;
import recon.binance.request.Outcome.Postponed;
import recon.binance.request.Outcome.Replied;
import recon.binance.request.Reply;
import recon.binance.request.Request;
import recon.binance.request.Security;

/**
 * Asks the exchange: within the budget, by its clock, signed. One request is one attempt; whether to ask again is the
 * caller's to decide. Never waits for a budget. Safe for use by several threads.
 */
public final class ExchangeClient {
    private final ServerClock clock;
    private final ClockReading reading;
    private final Dispatch dispatch;

    /**
     * Puts one together.
     *
     * @param clock our own clock; the exchange's is measured against it
     * @param charges prices the reading of the exchange's clock, by the limits known at that moment
     */
    public ExchangeClient(
            Hosts hosts,
            Transport transport,
            InstantSource clock,
            RateBudget budget,
            Supplier<Charges> charges,
            ObjectMapper json) {
        this.clock = new ServerClock(requireNonNull(clock, "clock is null"));
        this.dispatch = new Dispatch(hosts, transport, this.clock, budget, json);
        this.reading = new ClockReading(dispatch, this.clock, charges, json);
    }

    /** The records that this package reads from JSON. */
    public static List<Class<?>> types() {
        return List.of(ServerTime.class);
    }

    /**
     * The time on the exchange's clock, UTC, in whole milliseconds. The first call measures it; where that fails, our
     * own clock has to do until a later one succeeds.
     */
    public Instant exchangeTime(HostFamily family) {
        if (!clock.known(family)) {
            read(family);
        }
        return clock.now(family);
    }

    /**
     * Sends a request, unless the budget says wait. The exchange's clock is read before, when that is due: every ten
     * minutes, and after it has refused a time stamp.
     *
     * @param credentials needed for a signed request, not sent with a public one
     */
    public Outcome ask(Request request, Optional<Credentials> credentials) {
        if (request.security() == Security.SIGNED && credentials.isEmpty()) {
            throw new IllegalArgumentException("a signed request needs credentials: " + request.path());
        }
        if (!clock.stale(request.host())) {
            return dispatch.send(request, credentials);
        }
        return switch (read(request.host())) {
            case ClockReading.Read() -> dispatch.send(request, credentials);
            case ClockReading.Wait(Instant until, String bucket) -> new Postponed(until, bucket);
            case ClockReading.Unreadable(String reason) -> {
                Instant now = clock.now(request.host());
                yield new Replied(Reply.unanswered(request, now, now, reason));
            }
        };
    }

    /** One reading serves all who need it at the moment: they wait for it, and do not pay for their own. */
    private ClockReading.Result read(HostFamily family) {
        synchronized (reading) {
            return clock.stale(family) ? reading.read(family) : new ClockReading.Read();
        }
    }
}
