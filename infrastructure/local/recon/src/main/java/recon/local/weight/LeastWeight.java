package recon.local.weight;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import recon.simulator.SimulatedAccount;
import recon.simulator.Truth;

/**
 * The least weight with which daily runs can read the spot wallet, worked out from what the exchange knows: the recipes
 * of its documentation, run once, asking for exactly those symbols in which something happened, and reading again the
 * days that have to be read again.
 */
final class LeastWeight {
    private static final String SPOT = "SPOT";
    /** What a day's run reads again of what changes its state or appears late, before the day itself. */
    private static final Duration OVERLAP = Duration.ofDays(7);
    /** The longest window of the transfers between accounts; the day and what is read again do not fit into one. */
    private static final Duration TRANSFER_WINDOW = Duration.ofDays(7);

    private final Truth truth;
    private final List<SimulatedAccount> accounts;
    private final Listing listing;
    private final Map<String, Activity> activities = new HashMap<>();
    private final SortedMap<Tariff, Long> weights = new TreeMap<>();

    private LeastWeight(Truth truth, List<SimulatedAccount> accounts, Listing listing, LocalDate last) {
        this.truth = requireNonNull(truth, "truth is null");
        this.accounts = List.copyOf(accounts);
        this.listing = requireNonNull(listing, "listing is null");
        accounts.forEach(account ->
                activities.put(account.uid(), new Activity(truth, account.uid(), midnight(last.plusDays(1)))));
    }

    /**
     * By source.
     *
     * @param opening the day with whose end the books begin: its run is the first, and reads all trades there are
     * @param last the day of the last run
     */
    static SortedMap<Tariff, Long> of(
            Truth truth, List<SimulatedAccount> accounts, Listing listing, LocalDate opening, LocalDate last) {
        LeastWeight least = new LeastWeight(truth, accounts, listing, last);
        opening.datesUntil(last.plusDays(1)).forEach(day -> least.run(day, opening));
        return least.weights;
    }

    private void run(LocalDate day, LocalDate opening) {
        add(Tariff.CLOCK, Tariff.CLOCK.weight());
        add(Tariff.EXCHANGE_INFO, Tariff.EXCHANGE_INFO.weight());
        add(Tariff.CANDLES, (long) Tariff.CANDLES.weight() * candles(day));
        accounts.forEach(account -> account(account, day, opening));
    }

    private void account(SimulatedAccount account, LocalDate day, LocalDate opening) {
        add(Tariff.RIGHTS, Tariff.RIGHTS.weight());
        add(Tariff.ACCOUNT, Tariff.ACCOUNT.weight());
        add(Tariff.SNAPSHOT, Tariff.SNAPSHOT.weight());
        add(Tariff.DEPOSITS, Tariff.DEPOSITS.reading(readAgain("deposits", account, day)));
        add(Tariff.WITHDRAWALS, Tariff.WITHDRAWALS.reading(readAgain("withdrawals", account, day)));
        if (!account.main()) {
            transfers(account, day);
        }
        Activity activity = requireNonNull(activities.get(account.uid()), "an account nobody knows");
        boolean first = day.equals(opening);
        // The bookmark is the last trade, and is read again with those that follow.
        (first ? activity.tradesUntil(day) : activity.trades(day))
                .values()
                .forEach(rows -> add(Tariff.TRADES, Tariff.TRADES.reading(first ? rows : rows + 1)));
        if (!first) {
            orders(activity, day, opening);
        }
    }

    /** Orders are read from the day on that is the first with somebody who listens; whose books begin has no reports yet. */
    private void orders(Activity activity, LocalDate day, LocalDate opening) {
        boolean first = day.equals(opening.plusDays(1));
        add(Tariff.OPEN_ORDERS, Tariff.OPEN_ORDERS.weight());
        (first ? activity.ordersUntil(day) : activity.orders(day))
                .values()
                .forEach(rows -> add(Tariff.ORDERS, Tariff.ORDERS.reading(rows)));
    }

    /** The main account reads each sub-account as giver and as receiver, and it reads what came in and what went out. */
    private void transfers(SimulatedAccount account, LocalDate day) {
        Instant end = midnight(day.plusDays(1));
        for (Instant from = midnight(day).minus(OVERLAP); from.isBefore(end); from = from.plus(TRANSFER_WINDOW)) {
            Instant to = from.plus(TRANSFER_WINDOW).isBefore(end) ? from.plus(TRANSFER_WINDOW) : end;
            // At least half of the rows are on one of the two sides.
            long rows = truth.rows("transfers", account.uid(), from, to) / 2;
            add(Tariff.TRANSFERS, Tariff.TRANSFERS.weight() + Tariff.TRANSFERS.reading(rows));
        }
        long rows = readAgain("transfers", account, day) / 2;
        add(Tariff.OWN_VIEW, Tariff.OWN_VIEW.weight() + Tariff.OWN_VIEW.reading(rows));
    }

    private int readAgain(String source, SimulatedAccount account, LocalDate day) {
        return truth.rows(source, account.uid(), midnight(day).minus(OVERLAP), midnight(day.plusDays(1)));
    }

    private int candles(LocalDate day) {
        Set<String> assets = new TreeSet<>();
        for (SimulatedAccount account : accounts) {
            assets.addAll(truth.balances(account.uid(), SPOT, midnight(day)).keySet());
            assets.addAll(truth.movedAssets(account.uid(), SPOT, midnight(day), midnight(day.plusDays(1))));
        }
        return listing.candles(assets, day).size();
    }

    private void add(Tariff tariff, long weight) {
        weights.merge(tariff, weight, Long::sum);
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
