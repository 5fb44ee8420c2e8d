package recon.binance.client;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import recon.binance.budget.Charges;
import recon.binance.error.ErrorClass;
import recon.binance.error.Errors;
import recon.binance.error.ExchangeError;
import recon.binance.request.HostFamily;
import recon.binance.request.Outcome.Postponed;
import recon.binance.request.Outcome.Replied;
import recon.binance.request.Reply;
import recon.binance.request.Request;
import recon.binance.request.Security;

/** Reads the exchange's clock. It costs weight like any other request. */
final class ClockReading {
    private final Dispatch dispatch;
    private final ServerClock clock;
    private final Supplier<Charges> charges;
    private final ObjectMapper json;

    ClockReading(Dispatch dispatch, ServerClock clock, Supplier<Charges> charges, ObjectMapper json) {
        this.dispatch = dispatch;
        this.clock = clock;
        this.charges = requireNonNull(charges, "charges is null");
        this.json = requireNonNull(json, "json is null");
    }

    /** What came of it. */
    sealed interface Result {}

    /** The clock is known now. */
    record Read() implements Result {}

    /**
     * There was no room to ask.
     *
     * @param until on the exchange's clock
     * @param bucket what it waits for
     */
    record Wait(Instant until, String bucket) implements Result {}

    /**
     * The exchange did not tell.
     *
     * @param reason for people
     */
    record Unreadable(String reason) implements Result {}

    Result read(HostFamily family) {
        Request request = request(family);
        Instant before = clock.ownNow();
        return switch (dispatch.send(request, Optional.empty())) {
            case Postponed(Instant until, String bucket) -> new Wait(until, bucket);
            case Replied(Reply reply) -> understand(family, reply, before, clock.ownNow());
        };
    }

    private Request request(HostFamily family) {
        return family == HostFamily.FAPI
                ? Request.of(
                        HostFamily.FAPI,
                        "/fapi/v1/time",
                        Security.NONE,
                        charges.get().fapi(1))
                : Request.of(
                        HostFamily.SPOT,
                        "/api/v3/time",
                        Security.NONE,
                        charges.get().api(1));
    }

    private Result understand(HostFamily family, Reply reply, Instant before, Instant after) {
        Optional<ExchangeError> error = Errors.judge(reply, json);
        if (error.isPresent()) {
            Optional<Instant> wait = error.get().retryAt();
            return error.get().errorClass() == ErrorClass.RATE_LIMIT && wait.isPresent()
                    ? new Wait(wait.get(), reply.request().path())
                    : new Unreadable("the exchange's clock could not be read: "
                            + reply.failure().orElseGet(error.get()::message));
        }
        Optional<Instant> server = serverTime(reply);
        server.ifPresent(time -> clock.measured(family, before, after, time));
        return server.isPresent()
                ? new Read()
                : new Unreadable("the exchange's clock could not be read: no serverTime in "
                        + reply.request().path());
    }

    private Optional<Instant> serverTime(Reply reply) {
        try {
            return Optional.ofNullable(
                            json.readValue(reply.body(), ServerTime.class).serverTime())
                    .map(Instant::ofEpochMilli);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
