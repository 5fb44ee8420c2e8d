package recon.local.demo;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import recon.ledger.setting.Settlement;

/**
 * What a demo is about.
 *
 * @param days how many days are reconciled, from {@link #FIRST_DAY} on
 * @param accounts the main account and its sub-accounts together
 * @param seed draws the exchange's world
 * @param sabotage what is broken on purpose: a name of the simulator's {@code Break}, in lower case
 * @param out the folder that holds everything the demo keeps and writes
 * @param pageLimit the most rows to ask for in a page
 * @param symbols how many symbols are open for trading, besides a few special ones
 * @param tradesPerDay trades that each account aims at per day, as far as its money allows
 * @param stream whether execution reports are captured as well
 * @param wallets whether the accounts use other wallets than spot as well
 * @param settlement when a day is closed for good
 */
public record DemoOptions(
        int days,
        int accounts,
        long seed,
        Optional<String> sabotage,
        Path out,
        int pageLimit,
        int symbols,
        int tradesPerDay,
        boolean stream,
        boolean wallets,
        Settlement settlement) {
    /** The first day that is reconciled. */
    public static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);

    private static final int MOST_DAYS = 366;
    private static final int BREAK_DAY = 2;
    private static final int MOST_ACCOUNTS = 1000;
    /** With fewer there is no symbol of BNB, in which the world pays fees. */
    private static final int FEWEST_SYMBOLS = 4;

    private static final int MOST_SYMBOLS = 1000;
    private static final int MOST_TRADES = 100_000;

    public DemoOptions {
        requireNonNull(sabotage, "sabotage is null");
        requireNonNull(out, "out is null");
        requireNonNull(settlement, "settlement is null");
        check("--days", days, 1, MOST_DAYS);
        check("--accounts", accounts, 1, MOST_ACCOUNTS);
        check("--page-limit", pageLimit, 1, Integer.MAX_VALUE);
        check("--symbols", symbols, FEWEST_SYMBOLS, MOST_SYMBOLS);
        check("--trades", tradesPerDay, 1, MOST_TRADES);
        if (sabotage.isPresent() && days < BREAK_DAY) {
            throw new IllegalArgumentException(
                    "--break happens on day " + BREAK_DAY + ": give --days " + BREAK_DAY + " or more");
        }
    }

    /** A demo of the spot wallet, without execution reports; a day is closed for good at T+2. */
    public DemoOptions(
            int days,
            int accounts,
            long seed,
            Optional<String> sabotage,
            Path out,
            int pageLimit,
            int symbols,
            int tradesPerDay) {
        this(days, accounts, seed, sabotage, out, pageLimit, symbols, tradesPerDay, false, false, Settlement.USUAL);
    }

    /** The same demo, with or without execution reports. */
    public DemoOptions withStream(boolean wanted) {
        return with(wanted, wallets, settlement);
    }

    /** The same demo, with or without other wallets than spot. */
    public DemoOptions withWallets(boolean wanted) {
        return with(stream, wanted, settlement);
    }

    /** The same demo, with days that are closed for good sooner or later. */
    public DemoOptions with(Settlement other) {
        return with(stream, wallets, other);
    }

    private DemoOptions with(boolean reports, boolean others, Settlement closing) {
        return new DemoOptions(
                days, accounts, seed, sabotage, out, pageLimit, symbols, tradesPerDay, reports, others, closing);
    }

    private static void check(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(option + " is " + value + ": give " + least + " to " + most);
        }
    }

    /** The first midnight: the balances captured then are where the books begin. */
    public Instant opening() {
        return FIRST_DAY.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The last midnight: so many days after the beginning of the last day that it is closed for good then. */
    public Instant closing() {
        return lastCollected().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The last day that is collected: with it the last one that is reconciled is closed for good. */
    public LocalDate lastCollected() {
        return lastDay().plusDays(settlement.days() - 1L);
    }

    /** The last day that is reconciled. */
    public LocalDate lastDay() {
        return FIRST_DAY.plusDays(days - 1L);
    }

    /** Where the state of the stack, the exchange and the clock is kept. */
    public Path state() {
        return out.resolve("state");
    }
}
