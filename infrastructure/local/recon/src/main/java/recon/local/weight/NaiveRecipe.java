package recon.local.weight;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import recon.simulator.SimulatedAccount;
import recon.simulator.Truth;

/**
 * How trades are read without knowing where they are: every day, for every account, every symbol of which it ever held a
 * side, in a window of 24 hours. It really asks.
 */
final class NaiveRecipe {
    private static final String PATH = "/api/v3/myTrades";
    private static final int FULL = 1_000;

    private final Twin twin;
    private final Listing listing;
    private final Truth truth;
    private long trades;

    NaiveRecipe(Twin twin, Listing listing, Truth truth) {
        this.twin = requireNonNull(twin, "twin is null");
        this.listing = requireNonNull(listing, "listing is null");
        this.truth = requireNonNull(truth, "truth is null");
    }

    /** What it costs to read these days; so many trades are seen on the way. */
    long read(List<SimulatedAccount> accounts, LocalDate first, LocalDate last) {
        long before = twin.weight();
        first.datesUntil(last.plusDays(1)).forEach(day -> accounts.forEach(account -> day(account, day)));
        return twin.weight() - before;
    }

    /** Trades that were read, a trade that came twice counted twice. */
    long trades() {
        return trades;
    }

    private void day(SimulatedAccount account, LocalDate day) {
        Instant begin = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant end = begin.plus(Duration.ofDays(1));
        Set<String> held = truth.movedAssets(account.uid(), "SPOT", Instant.EPOCH, end);
        for (Listing.Pair pair : listing.candidates(held)) {
            long from = begin.toEpochMilli();
            JsonNode page = page(account, pair.name(), from, end);
            // A page that is full is followed by one from its last moment on.
            while (page.size() == FULL) {
                from = page.get(FULL - 1).get("time").asLong();
                page = page(account, pair.name(), from, end);
            }
        }
    }

    private JsonNode page(SimulatedAccount account, String symbol, long from, Instant end) {
        JsonNode page = twin.ask(
                account,
                PATH,
                Map.of(
                        "symbol", symbol,
                        "startTime", Long.toString(from),
                        "endTime", Long.toString(end.toEpochMilli() - 1),
                        "limit", Integer.toString(FULL)));
        trades += page.size();
        return page;
    }
}
