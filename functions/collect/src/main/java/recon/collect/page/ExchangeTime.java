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

    Instant now() {
        return client.exchangeTime(HostFamily.SPOT);
    }

    /** When it is that time for us; never in the past. */
    Instant ours(Instant exchangeTime) {
        Duration wait = Duration.between(now(), exchangeTime);
        return clock.instant().plus(wait.isNegative() ? Duration.ZERO : wait);
    }
}
