package recon.ledger.position;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import recon.ledger.position.row.FuturesFill;

/** A fill whose income is still to come, or came just now. */
final class AwaitedFill {
    private final FuturesFill fill;
    private final SymbolBook book;
    private final OpenLifecycle lifecycle;
    private final @Nullable OpenLifecycle flippedTo;
    private final BigDecimal closing;
    /** Another fill with the same id: a trade of the account with itself. */
    private @Nullable AwaitedFill twin;

    private boolean profitDue;
    private boolean commissionDue;

    /**
     * @param book of its contract
     * @param lifecycle the one that it moves; of a flip the one that it closes
     * @param flippedTo the one that a flip opens
     * @param closing the quantity that belongs to the first
     */
    AwaitedFill(
            FuturesFill fill,
            SymbolBook book,
            OpenLifecycle lifecycle,
            @Nullable OpenLifecycle flippedTo,
            BigDecimal closing) {
        this.fill = fill;
        this.book = book;
        this.lifecycle = lifecycle;
        this.flippedTo = flippedTo;
        this.closing = closing;
        this.profitDue = fill.realizedPnl().signum() != 0;
        this.commissionDue = fill.commission().signum() != 0;
        lifecycle.await((profitDue ? 1 : 0) + (commissionDue ? 1 : 0));
        if (flippedTo != null && commissionDue) {
            flippedTo.await(1);
        }
    }

    FuturesFill fill() {
        return fill;
    }

    long id() {
        return fill.id();
    }

    SymbolBook book() {
        return book;
    }

    OpenLifecycle lifecycle() {
        return lifecycle;
    }

    @Nullable
    OpenLifecycle flippedTo() {
        return flippedTo;
    }

    @Nullable
    AwaitedFill twin() {
        return twin;
    }

    void twin(AwaitedFill other) {
        twin = other;
    }

    boolean due() {
        return profitDue || commissionDue;
    }

    /** Whether income of this fill or of the other one with its id is still to come. */
    boolean anyDue() {
        return due() || (twin != null && twin.due());
    }

    boolean due(IncomeKind kind) {
        return kind == IncomeKind.REALIZED_PNL ? profitDue : commissionDue;
    }

    /** Whether the fill itself speaks of this amount. */
    boolean speaksOf(IncomeKind kind, String asset, BigDecimal amount) {
        return kind == IncomeKind.REALIZED_PNL
                ? fill.realizedPnl().compareTo(amount) == 0
                : fill.commissionAsset().equals(asset)
                        && fill.commission().abs().compareTo(amount.abs()) == 0;
    }

    /** The part of a fee that belongs to what a flip closes: rounded at the fee's own scale; the rest belongs to the other. */
    BigDecimal closingShare(BigDecimal fee) {
        return flippedTo == null
                ? fee
                : fee.multiply(closing).divide(fill.quantity(), fee.scale(), RoundingMode.HALF_EVEN);
    }

    void arrived(IncomeKind kind) {
        if (kind == IncomeKind.REALIZED_PNL && profitDue) {
            profitDue = false;
            lifecycle.arrived();
        } else if (kind == IncomeKind.COMMISSION && commissionDue) {
            commissionDue = false;
            lifecycle.arrived();
            if (flippedTo != null) {
                flippedTo.arrived();
            }
        }
    }

    /** Nothing more is waited for. */
    void gaveUp() {
        if (profitDue) {
            profitDue = false;
            lifecycle.gaveUp(fill.id());
        }
        if (commissionDue) {
            commissionDue = false;
            lifecycle.gaveUp(fill.id());
            if (flippedTo != null) {
                flippedTo.gaveUp(fill.id());
            }
        }
    }

    /** What is missing, for people. */
    String missing() {
        return (profitDue ? "REALIZED_PNL of " + fill.realizedPnl().toPlainString() : "")
                + (profitDue && commissionDue ? " and " : "")
                + (commissionDue
                        ? "COMMISSION of " + fill.commission().toPlainString() + " " + fill.commissionAsset()
                        : "");
    }
}
