package recon.binance.client;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import recon.binance.budget.Charge;
import recon.binance.budget.RateBudget;
import recon.binance.budget.Reservation;
import recon.binance.budget.Window;
import recon.binance.budget.Windows;
import recon.binance.error.Errors;
import recon.binance.error.ExchangeError;
import recon.binance.request.HostFamily;
import recon.binance.request.Outcome;
import recon.binance.request.Outcome.Postponed;
import recon.binance.request.Outcome.Replied;
import recon.binance.request.PercentEncoding;
import recon.binance.request.Reply;
import recon.binance.request.Request;
import recon.binance.request.Security;

/** Reserves, signs, sends, and tells the budget what the answer says about it. */
final class Dispatch {
    private static final long RECV_WINDOW_MILLIS = 5_000;
    private static final int BANNED = 418;
    private static final int TOO_MANY = 429;
    private static final int TOO_MANY_CODE = -1003;

    private final Hosts hosts;
    private final Transport transport;
    private final ServerClock clock;
    private final RateBudget budget;
    private final ObjectMapper json;

    Dispatch(Hosts hosts, Transport transport, ServerClock clock, RateBudget budget, ObjectMapper json) {
        this.hosts = requireNonNull(hosts, "hosts is null");
        this.transport = requireNonNull(transport, "transport is null");
        this.clock = clock;
        this.budget = requireNonNull(budget, "budget is null");
        this.json = requireNonNull(json, "json is null");
    }

    Outcome send(Request request, Optional<Credentials> credentials) {
        Optional<Instant> wait = refused(request);
        if (wait.isPresent()) {
            return new Postponed(wait.get(), buckets(request.charges()));
        }
        Reply reply = exchange(request, credentials.filter(any -> request.security() == Security.SIGNED));
        learn(reply);
        return new Replied(reply);
    }

    /** A reservation takes time of its own, so that the window may be closing, or be another one, once it is granted. */
    private Optional<Instant> refused(Request request) {
        List<Charge> charges = request.charges();
        Instant asked = clock.now(request.host());
        Duration doubt = clock.doubt(request.host());
        Optional<Instant> refused = Reservation.closedUntil(charges, asked)
                .or(() -> Reservation.uncertainUntil(charges, asked, doubt))
                .or(() -> budget.reserve(charges, windows(request), asked));
        if (refused.isPresent()) {
            return refused;
        }
        Instant granted = clock.now(request.host());
        boolean sameWindows = charges.stream()
                .allMatch(
                        charge -> Window.around(charge.bucket(), asked, granted).isPresent());
        return sameWindows ? Reservation.closedUntil(charges, granted) : Optional.of(granted);
    }

    private Windows windows(Request request) {
        return clock.known(request.host()) ? Windows.PRESENT : Windows.NEIGHBOURS_TOO;
    }

    private Reply exchange(Request request, Optional<Credentials> credentials) {
        HostFamily family = request.host();
        Instant sentAt = clock.now(family);
        String query = credentials
                .map(signing -> signed(request, signing.signer(), sentAt))
                .orElseGet(request::query);
        URI address = hosts.address(family, request.path(), query);
        Map<String, String> headers =
                credentials.map(known -> Map.of("X-MBX-APIKEY", known.apiKey())).orElse(Map.of());
        Received received = transport.send(request.method(), address, headers);
        return new Reply(
                request,
                received.status(),
                received.headers(),
                sentAt,
                clock.now(family),
                received.body(),
                received.complete(),
                received.failure());
    }

    private static String signed(Request request, Signer signer, Instant timestamp) {
        String payload = request.with("recvWindow", RECV_WINDOW_MILLIS)
                .with("timestamp", timestamp.toEpochMilli())
                .query();
        return payload + "&signature=" + PercentEncoding.encode(signer.sign(payload));
    }

    private void learn(Reply reply) {
        for (Charge charge : reply.request().charges()) {
            charge.header()
                    .flatMap(reply::header)
                    .filter(value -> value.matches("\\d{1,9}"))
                    .ifPresent(value -> budget.observed(
                            charge.bucket(), reply.sentAt(), reply.receivedAt(), Integer.parseInt(value)));
        }
        Errors.judge(reply, json).ifPresent(error -> obey(error, reply.request()));
    }

    private void obey(ExchangeError error, Request request) {
        if (error.clockSkewed()) {
            clock.distrust(request.host());
        }
        if (error.status() == BANNED || error.status() == TOO_MANY || error.hasCode(TOO_MANY_CODE)) {
            for (Charge charge : request.charges()) {
                String gate = error.status() == BANNED
                        ? charge.bucket().door()
                        : charge.bucket().key();
                error.retryAt().ifPresent(until -> budget.halt(gate, until));
            }
        }
    }

    private static String buckets(List<Charge> charges) {
        return charges.stream().map(charge -> charge.bucket().key()).collect(Collectors.joining(", "));
    }
}
