package recon.ledger.position.entry;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import recon.ledger.position.Direction;
import recon.ledger.position.Lifecycle;
import recon.ledger.position.LifecycleFlag;
import recon.ledger.position.LifecycleIncome;
import recon.ledger.position.LifecycleLeg;
import recon.ledger.position.LifecycleState;

/**
 * What the exchange's rows say of a closed trade. Of one that {@link EntryValidation} refuses more may be missing. Amounts are in the margin asset where nothing else is said.
 *
 * @param binanceTradeId {@code {account}_{symbol}_{positionSide}_{firstFillId}_{lastFillId}}
 * @param binanceOrderId the order of the first entry fill
 * @param pair the contract
 * @param direction long or short
 * @param entryPrice average, in the quote asset; empty without entry fills
 * @param exitPrice average, in the quote asset; empty without exit fills
 * @param quantity of the base asset, by which it was entered
 * @param realizedPnl before fees; positive is profit
 * @param commission positive is paid, negative is a rebate; empty where a fee's asset has no price
 * @param commissionAsset what {@code commission} is stated in: the margin asset
 * @param commissionByAsset what was really paid, by asset; positive is paid
 * @param fundingFees positive is received
 * @param insuranceClear positive is received
 * @param fees {@code commission - funding_fees - insurance_clear}; positive is a cost
 * @param pnl {@code realized_pnl - fees}
 * @param entryTime of the first entry fill, UTC
 * @param exitTime of the last exit fill, UTC
 * @param leverage also the margin type, and who says so
 * @param maker whether any fill was a maker's
 * @param entryOrderType of the first entry order; empty where it is not known
 * @param exitOrderType of the last exit order; empty where it is not known
 * @param result by the sign of the realized profit
 * @param stopLoss from orders, in the quote asset
 * @param takeProfit from orders, in the quote asset
 * @param flags what must be known beside the numbers
 */
public record TradeFacts(
        String binanceTradeId,
        long binanceOrderId,
        String pair,
        Direction direction,
        Optional<BigDecimal> entryPrice,
        Optional<BigDecimal> exitPrice,
        BigDecimal quantity,
        Optional<BigDecimal> realizedPnl,
        Optional<BigDecimal> commission,
        String commissionAsset,
        Map<String, BigDecimal> commissionByAsset,
        Optional<BigDecimal> fundingFees,
        Optional<BigDecimal> insuranceClear,
        Optional<BigDecimal> fees,
        Optional<BigDecimal> pnl,
        Optional<Instant> entryTime,
        Optional<Instant> exitTime,
        LeverageSetting leverage,
        boolean maker,
        String entryOrderType,
        String exitOrderType,
        Optional<TradeResult> result,
        Optional<BigDecimal> stopLoss,
        Optional<BigDecimal> takeProfit,
        Set<LifecycleFlag> flags) {
    /** The plan's {@code source}. */
    public static final String SOURCE = "binance";

    /** The plan's {@code status}: only closed positions become entries. */
    public static final String STATUS = "closed";

    public TradeFacts {
        requireNonNull(binanceTradeId, "binanceTradeId is null");
        requireNonNull(pair, "pair is null");
        requireNonNull(direction, "direction is null");
        requireNonNull(entryPrice, "entryPrice is null");
        requireNonNull(exitPrice, "exitPrice is null");
        requireNonNull(quantity, "quantity is null");
        requireNonNull(realizedPnl, "realizedPnl is null");
        requireNonNull(commission, "commission is null");
        requireNonNull(commissionAsset, "commissionAsset is null");
        commissionByAsset = Map.copyOf(commissionByAsset);
        requireNonNull(fundingFees, "fundingFees is null");
        requireNonNull(insuranceClear, "insuranceClear is null");
        requireNonNull(fees, "fees is null");
        requireNonNull(pnl, "pnl is null");
        requireNonNull(entryTime, "entryTime is null");
        requireNonNull(exitTime, "exitTime is null");
        requireNonNull(leverage, "leverage is null");
        requireNonNull(entryOrderType, "entryOrderType is null");
        requireNonNull(exitOrderType, "exitOrderType is null");
        requireNonNull(result, "result is null");
        requireNonNull(stopLoss, "stopLoss is null");
        requireNonNull(takeProfit, "takeProfit is null");
        flags = Set.copyOf(flags);
    }

    /** The facts of a lifecycle that is over. */
    public static TradeFacts of(Lifecycle lifecycle, LeverageSetting leverage) {
        if (lifecycle.state() != LifecycleState.CLOSED) {
            throw new IllegalArgumentException(lifecycle.id() + " is " + lifecycle.state() + " and no trade yet");
        }
        LifecycleLeg entry = lifecycle.entry();
        LifecycleLeg exit = lifecycle.exit();
        LifecycleIncome income = lifecycle.income();
        return new TradeFacts(
                lifecycle.id(),
                entry.firstOrderId(),
                lifecycle.key().symbol(),
                lifecycle.direction(),
                entry.average(),
                exit.average(),
                entry.quantity(),
                income.realizedPnl(),
                income.commission(),
                income.marginAsset(),
                income.commissions().byAsset().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, paid -> paid.getValue().negate())),
                income.fundingFees(),
                income.insuranceClear(),
                income.fees(),
                income.pnl(),
                time(entry, entry.firstTime()),
                time(exit, exit.lastTime()),
                leverage,
                lifecycle.maker(),
                entry.firstType(),
                exit.lastType(),
                income.realizedPnl().map(TradeResult::of),
                lifecycle.stopLoss(),
                lifecycle.takeProfit(),
                lifecycle.flags());
    }

    private static Optional<Instant> time(LifecycleLeg leg, long time) {
        return leg.quantity().signum() == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(time));
    }

    /** The UTC day of the entry. */
    public Optional<LocalDate> tradeDate() {
        return entryTime.map(time -> LocalDate.ofInstant(time, ZoneOffset.UTC));
    }

    /** Whole minutes from entry to exit. */
    public Optional<Long> holdTimeMinutes() {
        return entryTime.flatMap(
                from -> exitTime.map(to -> Duration.between(from, to).toMinutes()));
    }
}
