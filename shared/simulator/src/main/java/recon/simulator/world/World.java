package recon.simulator.world;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import recon.simulator.Activity;
import recon.simulator.Sabotage;
import recon.simulator.SimulatedAccount;
import recon.simulator.SimulatorSettings;
import recon.simulator.Switches;
import recon.simulator.market.Market;
import recon.simulator.market.Prices;
import recon.simulator.market.Symbol;

/**
 * All that the accounts do, made up day by day as far as it is asked for. A day depends on the settings and the days
 * before it, never on how many follow. Not safe for several threads: who asks holds the world's monitor.
 */
public final class World {
    private static final int DAYS_BEFORE = 3;
    private static final int MOST_DAYS = 4_000;

    private final SimulatorSettings settings;
    private final List<SimulatedAccount> accounts;
    private final Map<String, Integer> places = new HashMap<>();
    private final Market market;
    private final Switches switches;
    private final Sabotages sabotages;
    private final Vault vault;
    private final History history = new History();
    private final Agenda agenda = new Agenda();
    private final Locks locks;
    private final Journal journal;
    private final Trading trading;
    private final QuietOrders quietOrders;
    private final Deposits deposits;
    private final Withdrawals withdrawals;
    private final Transfers transfers;
    private final Wallets wallets;
    private final Activities activities;
    private final Positions positions;
    private final Prices prices;
    private final Snapshots snapshots;
    private final long start;
    private long end;

    /** A world in which nothing has happened yet. */
    public World(SimulatorSettings settings, Switches switches, List<SimulatedAccount> accounts) {
        this.settings = settings;
        this.switches = switches;
        this.accounts = List.copyOf(accounts);
        for (int i = 0; i < accounts.size(); i++) {
            places.put(accounts.get(i).uid(), i);
        }
        long seed = settings.seed();
        long delayMs = switches.effectDelay().toMillis();
        long firstDayMs = midnight(settings.firstDay());
        this.market = Market.of(settings);
        this.locks = new Locks(seed);
        Numbers numbers = new Numbers(seed);
        this.journal = new Journal(seed, this.accounts, history, numbers, delayMs);
        this.vault = new Vault(accounts.size(), delayMs, journal);
        this.start = firstDayMs - DAYS_BEFORE * Agenda.DAY_MS;
        this.end = start;
        this.prices = new Prices(seed);
        this.snapshots = new Snapshots(start, switches);
        Amounts amounts = new Amounts(prices);
        Moments moments = new Moments(delayMs > 0);
        Fills fills = new Fills(this.accounts, prices, vault, history, numbers);
        Clerk clerk = new Clerk(seed, journal, agenda);
        Desk desk = new Desk(market, prices, vault, fills, numbers, clerk, agenda, moments);
        this.quietOrders =
                new QuietOrders(seed, settings.tradesPerDay(), market, prices, numbers, clerk, journal, agenda);
        this.trading =
                new Trading(seed, accounts.size(), settings.tradesPerDay(), firstDayMs, market, desk, agenda, moments);
        this.wallets = new Wallets(
                accounts.size(),
                vault,
                amounts,
                market.passing(),
                switches.wallets().fundingEffectDelay().toMillis());
        this.deposits = new Deposits(
                seed,
                this.accounts,
                market,
                amounts,
                wallets,
                has(Activity.FUNDING),
                history,
                numbers,
                agenda,
                moments);
        this.withdrawals = new Withdrawals(seed, this.accounts, switches, amounts, vault, history, agenda, moments);
        this.transfers = new Transfers(
                seed, this.accounts, switches.transferIdsShared(), amounts, vault, history, numbers, agenda, moments);
        this.positions = new Positions(seed, this.accounts, prices);
        this.activities = new Activities(
                new Scene(
                        seed,
                        this.accounts,
                        switches,
                        market,
                        prices,
                        amounts,
                        wallets,
                        history,
                        numbers,
                        clerk,
                        agenda,
                        moments,
                        settings.futures(),
                        start),
                positions,
                settings.activities());
        this.sabotages = new Sabotages(settings, this.accounts, market, amounts);
    }

    /** The symbols. */
    public Market market() {
        return market;
    }

    /** Whether its accounts do this, and so have the wallets that it needs. */
    public boolean has(Activity activity) {
        return settings.activities().contains(activity);
    }

    /** The symbols in which orders may be filled by allocations. */
    public List<Symbol> routed() {
        return has(Activity.ALLOCATIONS) ? Allocations.routed(market) : List.of();
    }

    /** The trade group that an account belongs to; empty for none. */
    public OptionalLong tradeGroup(String uid) {
        int place = places.getOrDefault(uid, accounts.size());
        return has(Activity.PREVENTED_MATCHES) && place < PreventedMatches.members(accounts.size())
                ? OptionalLong.of(PreventedMatches.GROUP)
                : OptionalLong.empty();
    }

    /** How the exchange behaves. */
    public Switches switches() {
        return switches;
    }

    /** What things are worth. */
    public Prices prices() {
        return prices;
    }

    /** What the accounts held at the ends of days, as far as the exchange has written it down. */
    public Snapshots snapshots() {
        return snapshots;
    }

    /** What is open in contracts, complete for everything stamped before the instant. */
    public Positions positionsUntil(long ms) {
        advanceTo(ms);
        return positions;
    }

    /** Midnight at which the first day begins, epoch ms. */
    public long beginning() {
        return start;
    }

    /** Up to where everything is known that was stamped before, epoch ms. */
    public long known() {
        return end;
    }

    /** All accounts; the first is the main account. */
    public List<SimulatedAccount> accounts() {
        return accounts;
    }

    /** The deliberate error, if any; one that hides rows is known once its day is over. */
    public Optional<Sabotage> sabotage() {
        if (end <= sabotages.knownAfter()) {
            advanceTo(sabotages.knownAfter());
        }
        return sabotages.done();
    }

    /** What of the rows is shown. */
    public Sabotages sabotages() {
        return sabotages;
    }

    /** The rows, complete for everything stamped before the instant and perhaps further. */
    public History historyUntil(long ms) {
        advanceTo(ms);
        return history;
    }

    /** The movements of an account, complete for everything stamped before the instant; empty if it is not known. */
    public Optional<Book> bookUntil(String uid, long ms) {
        advanceTo(ms);
        return Optional.ofNullable(places.get(uid)).map(vault::book);
    }

    /** The wallets of an account that were ever used, the spot wallet apart, complete for everything before the instant. */
    public SortedMap<String, Purse> pursesUntil(String uid, long ms) {
        advanceTo(ms);
        return Optional.ofNullable(places.get(uid)).map(wallets::of).orElseGet(Collections::emptySortedMap);
    }

    /** What a wallet other than the spot wallet shows at an instant; only assets it holds. */
    public List<Holding> holdings(SimulatedAccount account, String wallet, long now) {
        Optional<Purse> purse =
                Optional.ofNullable(pursesUntil(account.uid(), now).get(wallet));
        int place = places.getOrDefault(account.uid(), 0);
        return purse
                .map(known -> known.balance().inEffect(now))
                .orElseGet(Collections::emptySortedMap)
                .entrySet()
                .stream()
                .map(entry -> {
                    BigDecimal locked = locks.locked(place, wallet + entry.getKey(), entry.getValue(), now);
                    return new Holding(entry.getKey(), entry.getValue().subtract(locked), locked);
                })
                .toList();
    }

    /** What the account shows at an instant; only assets it holds. */
    public List<Holding> holdings(SimulatedAccount account, long now) {
        advanceTo(now);
        int place = places.getOrDefault(account.uid(), 0);
        Map<String, BigDecimal> underWay = underWay(account.uid(), now);
        return vault.book(place).inEffect(now).entrySet().stream()
                .map(entry -> {
                    BigDecimal leaving = underWay.getOrDefault(entry.getKey(), BigDecimal.ZERO);
                    BigDecimal rest = entry.getValue().subtract(leaving);
                    BigDecimal locked = leaving.add(locks.locked(place, entry.getKey(), rest, now));
                    return new Holding(entry.getKey(), entry.getValue().subtract(locked), locked);
                })
                .toList();
    }

    private Map<String, BigDecimal> underWay(String uid, long now) {
        Map<String, BigDecimal> underWay = new HashMap<>();
        if (switches.withdrawalDebitedAtCompletion()) {
            history.withdrawals(uid).between(now - Agenda.DAY_MS, now).stream()
                    .filter(row -> row.pending(now))
                    .forEach(row -> underWay.merge(row.coin(), row.debit(), BigDecimal::add));
        }
        return underWay;
    }

    private void advanceTo(long ms) {
        if (ms > start + MOST_DAYS * Agenda.DAY_MS) {
            throw new IllegalArgumentException("the world does not reach beyond " + MOST_DAYS + " days");
        }
        while (end <= ms) {
            long dayStart = end;
            for (int account = 0; account < accounts.size(); account++) {
                if (dayStart == start) {
                    deposits.start(dayStart, account);
                } else {
                    deposits.plan(dayStart, account);
                }
                trading.plan(dayStart, account);
            }
            for (int account = 0; account < accounts.size(); account++) {
                quietOrders.plan(dayStart, account);
                activities.plan(dayStart, account);
            }
            transfers.plan(dayStart);
            if (has(Activity.LEGACY_TRANSFERS)) {
                transfers.planLegacy(dayStart);
            }
            withdrawals.plan(dayStart);
            end = dayStart + Agenda.DAY_MS;
            sabotages.plan(dayStart, agenda, vault, wallets, deposits);
            agenda.runUntil(end);
            sabotages.dayOver(dayStart, history);
            journal.closeDay(end);
        }
    }

    private static long midnight(LocalDate date) {
        return date.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }
}
