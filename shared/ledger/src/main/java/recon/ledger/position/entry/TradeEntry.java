package recon.ledger.position.entry;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * One row of the journal: a closed trade.
 *
 * @param facts from the exchange's rows
 * @param annotations what was written about it
 * @param system from the store
 */
public record TradeEntry(TradeFacts facts, Annotations annotations, SystemFields system) {
    public TradeEntry {
        requireNonNull(facts, "facts is null");
        requireNonNull(annotations, "annotations is null");
        requireNonNull(system, "system is null");
    }

    /** By hand, else from orders. */
    public Optional<BigDecimal> stopLoss() {
        return annotations.manual().stopLoss().or(facts::stopLoss);
    }

    /** By hand, else from orders. */
    public Optional<BigDecimal> takeProfit() {
        return annotations.manual().takeProfit().or(facts::takeProfit);
    }

    /** By hand, else from the exchange's present setting. */
    public LeverageSetting leverage() {
        ManualFields manual = annotations.manual();
        return manual.leverage().isEmpty() && manual.marginType().isEmpty()
                ? facts.leverage()
                : new LeverageSetting(
                        manual.leverage().or(facts.leverage()::leverage),
                        manual.marginType().or(facts.leverage()::marginType),
                        LeverageSource.ANNOTATED);
    }
}
