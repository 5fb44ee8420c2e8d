package recon.simulator;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import recon.simulator.stream.StreamFaultRates;

/**
 * What the exchange's world is drawn from.
 *
 * @param seed equal seeds (with equal accounts, first day, symbols and trades) give equal worlds, byte for byte
 * @param accounts the main account and its sub-accounts together, 1 to 1,000
 * @param firstDay the first UTC day of interest; activity starts three days earlier
 * @param symbols how many symbols are open for trading, besides a few special ones
 * @param tradesPerDay rows that each account aims at per day, as far as its money allows
 * @param symbolList a CSV with columns symbol, base_asset, quote_asset, status, is_spot_trading_allowed,
 *     is_margin_trading_allowed, tick_size, step_size; a built-in list where absent
 * @param limits the rate limits enforced
 * @param sabotage the deliberate error, if any
 * @param faultRates how often requests meet faults by chance
 * @param breakDay the day of the deliberate error, counted from {@code firstDay} as 0
 * @param lateDays how many days after {@code breakDay} a late row is shown, at noon; 1 or more
 * @param streamFaultRates how often events of the user-data stream meet faults by chance
 * @param activities what the accounts do besides
 * @param futures how much they do in contracts, if they do anything there
 */
public record SimulatorSettings(
        long seed,
        int accounts,
        LocalDate firstDay,
        int symbols,
        int tradesPerDay,
        Optional<Path> symbolList,
        Limits limits,
        Optional<Break> sabotage,
        FaultRates faultRates,
        int breakDay,
        int lateDays,
        StreamFaultRates streamFaultRates,
        Set<Activity> activities,
        FuturesSettings futures) {
    private static final int MOST_ACCOUNTS = 1_000;
    private static final int DEFAULT_SYMBOLS = 40;
    private static final int DEFAULT_TRADES_PER_DAY = 60;
    private static final int DEFAULT_BREAK_DAY = 1;
    private static final int DEFAULT_LATE_DAYS = 1;

    public SimulatorSettings {
        requireNonNull(firstDay, "firstDay is null");
        requireNonNull(symbolList, "symbolList is null");
        requireNonNull(limits, "limits is null");
        requireNonNull(sabotage, "sabotage is null");
        requireNonNull(faultRates, "faultRates is null");
        requireNonNull(streamFaultRates, "streamFaultRates is null");
        requireNonNull(futures, "futures is null");
        activities = Set.copyOf(activities);
        if (activities.contains(Activity.ISOLATED_MARGIN) && !activities.contains(Activity.MARGIN)) {
            throw new IllegalArgumentException("ISOLATED_MARGIN needs MARGIN");
        }
        if (accounts < 1 || accounts > MOST_ACCOUNTS) {
            throw new IllegalArgumentException("accounts: 1 to " + MOST_ACCOUNTS);
        }
        if (symbols < 1 || tradesPerDay < 0 || breakDay < 0 || lateDays < 1) {
            throw new IllegalArgumentException("symbols from 1, tradesPerDay from 0, breakDay from 0, lateDays from 1");
        }
    }

    /** 40 symbols of the built-in list, 60 trades a day and account, real limits, no error, no faults, the spot wallet alone. */
    public static SimulatorSettings of(long seed, int accounts, LocalDate firstDay) {
        return new SimulatorSettings(
                seed,
                accounts,
                firstDay,
                DEFAULT_SYMBOLS,
                DEFAULT_TRADES_PER_DAY,
                Optional.empty(),
                Limits.real(),
                Optional.empty(),
                FaultRates.none(),
                DEFAULT_BREAK_DAY,
                DEFAULT_LATE_DAYS,
                StreamFaultRates.none(),
                Set.of(),
                FuturesSettings.usual());
    }

    /** The same with another number of symbols open for trading. */
    public SimulatorSettings withSymbols(int count) {
        return with(draft -> draft.symbols = count);
    }

    /** The same with another number of trades per day and account. */
    public SimulatorSettings withTradesPerDay(int count) {
        return with(draft -> draft.tradesPerDay = count);
    }

    /** The same with the symbols of a CSV. */
    public SimulatorSettings withSymbolList(Path csv) {
        return with(draft -> draft.symbolList = Optional.of(csv));
    }

    /** The same with other rate limits. */
    public SimulatorSettings withLimits(Limits others) {
        return with(draft -> draft.limits = others);
    }

    /** The same with a deliberate error on {@link #breakDay()}. */
    public SimulatorSettings withSabotage(Break kind) {
        return with(draft -> draft.sabotage = Optional.of(kind));
    }

    /** The same with the deliberate error, if there is one, on another day; 0 is {@code firstDay}. */
    public SimulatorSettings withBreakDay(int day) {
        return with(draft -> draft.breakDay = day);
    }

    /** The same with a late row, if that is the deliberate error, shown at noon so many days after its own day. */
    public SimulatorSettings withLateDays(int days) {
        return with(draft -> draft.lateDays = days);
    }

    /** The same with faults that strike by chance. */
    public SimulatorSettings withFaultRates(FaultRates rates) {
        return with(draft -> draft.faultRates = rates);
    }

    /** The same with faults that strike events of the user-data stream by chance. */
    public SimulatorSettings withStreamFaultRates(StreamFaultRates rates) {
        return with(draft -> draft.streamFaultRates = rates);
    }

    /** The same with accounts that do these things besides, and no others. */
    public SimulatorSettings withActivities(Set<Activity> besides) {
        return with(draft -> draft.activities = besides);
    }

    /** The same with more or less of it in contracts. */
    public SimulatorSettings withFutures(FuturesSettings others) {
        return with(draft -> draft.futures = others);
    }

    private SimulatorSettings with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.settings();
    }

    /** A copy on its way to other settings: the one place that lists all of them again. */
    private static final class Draft {
        private final long seed;
        private final int accounts;
        private final LocalDate firstDay;
        private int symbols;
        private int tradesPerDay;
        private Optional<Path> symbolList;
        private Limits limits;
        private Optional<Break> sabotage;
        private FaultRates faultRates;
        private int breakDay;
        private int lateDays;
        private StreamFaultRates streamFaultRates;
        private Set<Activity> activities;
        private FuturesSettings futures;

        private Draft(SimulatorSettings from) {
            seed = from.seed;
            accounts = from.accounts;
            firstDay = from.firstDay;
            symbols = from.symbols;
            tradesPerDay = from.tradesPerDay;
            symbolList = from.symbolList;
            limits = from.limits;
            sabotage = from.sabotage;
            faultRates = from.faultRates;
            breakDay = from.breakDay;
            lateDays = from.lateDays;
            streamFaultRates = from.streamFaultRates;
            activities = from.activities;
            futures = from.futures;
        }

        private SimulatorSettings settings() {
            return new SimulatorSettings(
                    seed,
                    accounts,
                    firstDay,
                    symbols,
                    tradesPerDay,
                    symbolList,
                    limits,
                    sabotage,
                    faultRates,
                    breakDay,
                    lateDays,
                    streamFaultRates,
                    activities,
                    futures);
        }
    }
}
