package recon.collect.page;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import recon.binance.client.ExchangeClient;
import recon.binance.request.HostFamily;

/** Translates between the exchange's clock, which stamps rows and counts budgets, and ours, which runs tasks. */
final class ExchangeTime {
    private final ExchangeClient client;
    private final InstantSource clock;

    ExchangeTime(ExchangeClient client, InstantSource clock) {
        this.client = requireNonNull(client, "client is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** By the clock of the spot host, which stamps most of what is read. */
    Instant now() {
        return now(HostFamily.SPOT);
    }

    Instant now(HostFamily host) {
        return client.exchangeTime(host);
    }

    /** When it is that time of that host for us, whose clock differs from the other hosts'; never in the past. */
    Instant ours(HostFamily host, Instant exchangeTime) {
        Duration wait = Duration.between(now(host), exchangeTime);
        return clock.instant().plus(wait.isNegative() ? Duration.ZERO : wait);
    }
}
