package recon.simulator;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import recon.simulator.event.AccountEvent;
import recon.simulator.event.ExecutionReport;
import recon.simulator.futures.ContractFill;
import recon.simulator.futures.IncomeRow;
import recon.simulator.futures.PositionTruth;

/**
 * What is right. All instants are on the exchange's clock; an instant to come may be asked for as well, since the
 * exchange's history does not depend on who looks.
 *
 * <p>Wallets are {@code SPOT}, {@code FUNDING}, {@code MARGIN}, {@code ISOLATED_MARGIN:<pair>}, {@code FUTURES} and {@code
 * EARN}; any other holds nothing. Balances are free + locked, those of margin with what is borrowed, those of futures without
 * what is not realised.
 */
public interface Truth {
    /** Sum of all movements of the asset stamped before {@code at}; zero where there is none. */
    BigDecimal balance(String uid, String wallet, String asset, Instant at);

    /** The balances before {@code at} by asset; only those that are not zero. */
    SortedMap<String, BigDecimal> balances(String uid, String wallet, Instant at);

    /** Wallets with a movement stamped before {@code at}. */
    Set<String> wallets(String uid, Instant at);

    /** Principal that a margin wallet owes before {@code at}, by asset, positive; zeros left out. */
    SortedMap<String, BigDecimal> borrowed(String uid, String wallet, Instant at);

    /** Interest that a margin wallet owes before {@code at}, by asset, positive; zeros left out. */
    SortedMap<String, BigDecimal> interest(String uid, String wallet, Instant at);

    /** Assets with a movement stamped from {@code from} (inclusive) to {@code to} (exclusive). */
    Set<String> movedAssets(String uid, String wallet, Instant from, Instant to);

    /**
     * How many rows the exchange has that are stamped from {@code from} (inclusive) to {@code to} (exclusive), those that a
     * deliberate error hides included.
     *
     * @param source {@code trades} (stamp: time; a self-trade is two rows), {@code allocations} (time), {@code deposits}
     *     (insertTime; whatever their status), {@code withdrawals} (applyTime; whatever their status), {@code transfers}
     *     (createTimeStamp; rows with the account on either side, failed ones included), {@code legacy-transfers} (time; the
     *     same in the older history), {@code sub-transfers} (time; those that succeeded, as a sub-account sees them itself, and
     *     none for the main account), {@code margin-transfers} (timestamp; own transfers that succeeded, once for each margin
     *     wallet at either end), {@code own-transfers} (timestamp; whatever their status), {@code convert} (createTime;
     *     failed ones included), {@code dust} (operateTime; a sweep of several assets is one row), {@code dividends}
     *     (divTime), {@code income} (time), {@code margin-loans} (timestamp; loans and repayments, failed ones included),
     *     {@code margin-interest} (interestAccuredTime), {@code margin-trades} (time), {@code capital-flow} (timestamp) or
     *     {@code liquidations} (updatedTime); those of margin in all margin wallets together; {@code futures-trades} (time),
     *     {@code futures-orders} (time), {@code algo-orders} (createTime) or {@code force-orders} (time; settlements are none)
     */
    int rows(String source, String uid, Instant from, Instant to);

    /** Symbols of which the account has a trade stamped before {@code until}. */
    Set<String> tradedSymbols(String uid, Instant until);

    /** The deliberate errors of this world, whether their time has come or not. */
    List<Sabotage> sabotages();

    /**
     * All that a subscriber to the account is told, by event time from {@code from} (inclusive) to {@code to}
     * (exclusive), in the order of sending. A deliberate error is not among it: nobody is told of it.
     */
    List<AccountEvent> events(String uid, Instant from, Instant to);

    /** The execution reports among {@link #events}. */
    List<ExecutionReport> reports(String uid, Instant from, Instant to);

    /**
     * Where every order stands that was created until {@code at}, in the order of creation: its last report until then,
     * by transaction time. Orders that were rejected are among them.
     */
    List<ExecutionReport> orders(String uid, Instant at);

    /**
     * The life of every position in contracts that was opened before {@code at}, in the order of opening, by all that is
     * stamped before {@code at}: those that have ended and those that are open.
     */
    List<PositionTruth> positions(String uid, Instant at);

    /**
     * Movements of the futures wallet stamped from {@code from} (inclusive) to {@code to} (exclusive), ascending. Those that
     * {@link #positions} have no part in belong to no position.
     */
    List<IncomeRow> income(String uid, Instant from, Instant to);

    /** Fills in contracts stamped from {@code from} (inclusive) to {@code to} (exclusive), in the order of execution. */
    List<ContractFill> contractFills(String uid, Instant from, Instant to);
}
