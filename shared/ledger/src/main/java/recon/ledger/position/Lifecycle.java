package recon.ledger.position;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import recon.ledger.position.row.PositionKey;

/**
 * A position from flat to flat, or as far as it has come.
 *
 * @param key where it is held; in one-way mode a position and the one that it flips to have the same
 * @param direction long or short
 * @param state how far it has come; never {@code PENDING}
 * @param entry the fills by which it grew
 * @param exit the fills by which it shrank
 * @param outside what got into it without a known fill, of the base asset; negative is what left it so
 * @param size what is held, of the base asset; short positions are negative
 * @param openedAt when it was opened or first seen, epoch milliseconds, UTC
 * @param closedAt when nothing was held any more, or the last fill, epoch milliseconds, UTC
 * @param firstFillId its first known fill; 0 for none
 * @param lastFillId its last known fill; 0 for none
 * @param fills how many there are, one that it shares with its neighbour included
 * @param maker whether any of its orders was in the book
 * @param income all income that belongs to it
 * @param reportedPnl sum of what its fills say of their profit, in the margin asset: a witness of {@code realized}
 * @param flags what must be known beside the numbers
 * @param stopLoss the trigger of the last order that would have left it at a loss
 * @param takeProfit the trigger of the last order that would have left it at a profit
 * @param markPrice the last one captured while it was open
 * @param missing fills whose income was not found
 */
public record Lifecycle(
        PositionKey key,
        Direction direction,
        LifecycleState state,
        LifecycleLeg entry,
        LifecycleLeg exit,
        BigDecimal outside,
        BigDecimal size,
        long openedAt,
        long closedAt,
        long firstFillId,
        long lastFillId,
        int fills,
        boolean maker,
        LifecycleIncome income,
        BigDecimal reportedPnl,
        Set<LifecycleFlag> flags,
        Optional<BigDecimal> stopLoss,
        Optional<BigDecimal> takeProfit,
        Optional<BigDecimal> markPrice,
        MissingIncome missing) {
    public Lifecycle {
        requireNonNull(key, "key is null");
        requireNonNull(direction, "direction is null");
        requireNonNull(state, "state is null");
        requireNonNull(entry, "entry is null");
        requireNonNull(exit, "exit is null");
        requireNonNull(outside, "outside is null");
        requireNonNull(size, "size is null");
        requireNonNull(income, "income is null");
        requireNonNull(reportedPnl, "reportedPnl is null");
        flags = Set.copyOf(flags);
        requireNonNull(stopLoss, "stopLoss is null");
        requireNonNull(takeProfit, "takeProfit is null");
        requireNonNull(markPrice, "markPrice is null");
        requireNonNull(missing, "missing is null");
    }

    /** The key of the trade entry: {@code {account}_{symbol}_{positionSide}_{firstFillId}_{lastFillId}}. */
    public String id() {
        return String.join(
                "_",
                key.accountId(),
                key.symbol(),
                key.side().name(),
                Long.toString(firstFillId),
                Long.toString(lastFillId));
    }

    /** Whether entry, exit or quantity cannot be trusted. */
    public boolean incomplete() {
        return flags.stream().anyMatch(LifecycleFlag::incomplete);
    }

    /** What prices and quantities say of the profit of what was closed and is held at that price, exact. */
    public BigDecimal pnlByPrice(BigDecimal heldAt) {
        return direction.signed(exit.notional().add(size.abs().multiply(heldAt)).subtract(entry.notional()));
    }

    /**
     * What is not realised yet, in the margin asset: (mark price - average entry) x size, the average as the exchange
     * keeps it. Exact; empty without a mark price, and where not all fills are known.
     */
    public Optional<BigDecimal> unrealizedPnl() {
        return incomplete()
                ? Optional.empty()
                : markPrice.map(mark -> pnlByPrice(mark).subtract(reportedPnl));
    }
}
