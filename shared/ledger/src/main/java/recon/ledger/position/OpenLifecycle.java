package recon.ledger.position;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import recon.ledger.booking.FuturesIncome;
import recon.ledger.position.row.FuturesFill;
import recon.ledger.position.row.FuturesOrder;
import recon.ledger.position.row.MinutePrices;
import recon.ledger.position.row.PositionKey;

/** A lifecycle in the making. */
final class OpenLifecycle {
    private final PositionKey key;
    private final Direction direction;
    private final long openedAt;
    private final LegSum entry = new LegSum();
    private final LegSum exit = new LegSum();
    private final IncomeSum realized = new IncomeSum();
    private final IncomeSum commissions = new IncomeSum();
    private final IncomeSum funding = new IncomeSum();
    private final IncomeSum insurance = new IncomeSum();
    private final Set<LifecycleFlag> flags = EnumSet.noneOf(LifecycleFlag.class);

    private List<Long> missing = List.of();
    private BigDecimal size = BigDecimal.ZERO;
    private BigDecimal outside = BigDecimal.ZERO;
    private BigDecimal reportedPnl = BigDecimal.ZERO;
    private Optional<BigDecimal> stopLoss = Optional.empty();
    private Optional<BigDecimal> takeProfit = Optional.empty();
    private Optional<BigDecimal> markPrice = Optional.empty();
    private boolean unbounded;
    private boolean over;
    private boolean maker;
    private long closedAt;
    private long firstFillId;
    private long lastFillId;
    private int fills;
    private int fundings;
    private int missingRows;
    private int awaited;

    /** @param openedAt when it was opened or first seen, epoch milliseconds */
    OpenLifecycle(PositionKey key, Direction direction, long openedAt) {
        this.key = key;
        this.direction = direction;
        this.openedAt = openedAt;
        this.closedAt = openedAt;
    }

    void enter(FuturesFill fill, BigDecimal part, String orderType) {
        entry.add(fill, part, orderType);
        size = size.add(part);
        seen(fill);
    }

    void exit(FuturesFill fill, BigDecimal part, String orderType) {
        exit.add(fill, part, orderType);
        size = size.subtract(part);
        reportedPnl = reportedPnl.add(fill.realizedPnl());
        seen(fill);
    }

    /** So much came in, or left if it is negative, by no known fill. */
    void outside(BigDecimal quantity, LifecycleFlag why) {
        outside = outside.add(quantity);
        size = size.add(quantity);
        flags.add(why);
    }

    /** How much is held is not known: what is known comes to nothing, and more may follow. */
    void unbounded() {
        unbounded = true;
    }

    void close(long at) {
        over = true;
        closedAt = at;
    }

    /** @param amount of the row that is this lifecycle's */
    void take(IncomeKind kind, FuturesIncome row, BigDecimal amount, String marginAsset, MinutePrices prices) {
        IncomeSum sum = switch (kind) {
            case REALIZED_PNL -> realized;
            case COMMISSION -> commissions;
            case FUNDING_FEE -> funding;
            case INSURANCE_CLEAR -> insurance;
        };
        sum.add(row, amount, marginAsset, prices);
        if (kind == IncomeKind.FUNDING_FEE) {
            fundings++;
        }
    }

    void await(int rows) {
        awaited += rows;
    }

    void arrived() {
        awaited--;
    }

    void gaveUp(long fillId) {
        awaited--;
        missingRows++;
        flags.add(LifecycleFlag.INCOME_MISSING);
        if (missing.size() < MissingIncome.MOST_NAMED && !missing.contains(fillId)) {
            List<Long> more = new ArrayList<>(missing);
            more.add(fillId);
            missing = more;
        }
    }

    void flag(LifecycleFlag flag) {
        flags.add(flag);
    }

    /** An order that would leave it, or left it: the latest counts. */
    void protect(FuturesOrder order) {
        if (order.stop()) {
            stopLoss = Optional.of(order.trigger());
        } else {
            takeProfit = Optional.of(order.trigger());
        }
    }

    void mark(Optional<BigDecimal> price) {
        markPrice = price.or(() -> markPrice);
    }

    private void seen(FuturesFill fill) {
        if (fills == 0) {
            firstFillId = fill.id();
        }
        fills++;
        lastFillId = fill.id();
        closedAt = fill.time();
        maker |= fill.maker();
    }

    PositionKey key() {
        return key;
    }

    Direction direction() {
        return direction;
    }

    /** What is held, never negative. */
    BigDecimal size() {
        return size;
    }

    /** What is held, short positions negative. */
    BigDecimal signedSize() {
        return direction.signed(size);
    }

    boolean isUnbounded() {
        return unbounded;
    }

    boolean isOver() {
        return over;
    }

    boolean awaits() {
        return awaited > 0;
    }

    boolean has(LifecycleFlag flag) {
        return flags.contains(flag);
    }

    long openedAt() {
        return openedAt;
    }

    long closedAt() {
        return closedAt;
    }

    /** The last fill by which it shrank, epoch milliseconds; empty if there was none. */
    Optional<Long> lastExit() {
        return exit.empty() ? Optional.empty() : Optional.of(exit.lastTime());
    }

    boolean exitedBy(long orderId) {
        return !exit.empty() && exit.lastOrderId() == orderId;
    }

    Lifecycle lifecycle(String marginAsset) {
        return new Lifecycle(
                key,
                direction,
                state(),
                entry.leg(),
                exit.leg(),
                outside,
                signedSize(),
                openedAt,
                closedAt,
                firstFillId,
                lastFillId,
                fills,
                maker,
                new LifecycleIncome(
                        marginAsset,
                        realized.attributed(marginAsset),
                        commissions.attributed(marginAsset),
                        funding.attributed(marginAsset),
                        insurance.attributed(marginAsset),
                        fundings),
                reportedPnl,
                flags,
                stopLoss,
                takeProfit,
                markPrice,
                missingRows == 0 ? MissingIncome.NONE : new MissingIncome(missingRows, missing));
    }

    private LifecycleState state() {
        if (over) {
            return LifecycleState.CLOSED;
        }
        return exit.empty() ? LifecycleState.OPEN : LifecycleState.PARTIALLY_CLOSED;
    }
}
