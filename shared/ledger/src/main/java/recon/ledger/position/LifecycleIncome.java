package recon.ledger.position;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All income that belongs to a position.
 *
 * @param marginAsset what the contract is settled in; the empty text where nothing says so
 * @param realized source: {@code REALIZED_PNL}
 * @param commissions source: {@code COMMISSION}; negative is paid
 * @param funding source: {@code FUNDING_FEE}; negative is paid
 * @param insurance source: {@code INSURANCE_CLEAR}; negative is paid
 * @param fundings how many funding rows are in it, shared ones included
 */
public record LifecycleIncome(
        String marginAsset,
        Attributed realized,
        Attributed commissions,
        Attributed funding,
        Attributed insurance,
        int fundings) {
    public LifecycleIncome {
        requireNonNull(marginAsset, "marginAsset is null");
        requireNonNull(realized, "realized is null");
        requireNonNull(commissions, "commissions is null");
        requireNonNull(funding, "funding is null");
        requireNonNull(insurance, "insurance is null");
    }

    /** Profit before fees in the margin asset; positive is profit. */
    public Optional<BigDecimal> realizedPnl() {
        return realized.inMarginAsset();
    }

    /** Fees paid in the margin asset; negative is a rebate. Empty where a fee's asset has no price. */
    public Optional<BigDecimal> commission() {
        return commissions.inMarginAsset().map(BigDecimal::negate);
    }

    /** Funding in the margin asset; positive is received. */
    public Optional<BigDecimal> fundingFees() {
        return funding.inMarginAsset();
    }

    /** Insurance clearing in the margin asset; positive is received. */
    public Optional<BigDecimal> insuranceClear() {
        return insurance.inMarginAsset();
    }

    /** {@code commission - funding_fees - insurance_clear}: what the position cost beside its prices. */
    public Optional<BigDecimal> fees() {
        return commission()
                .flatMap(paid -> fundingFees().map(paid::subtract))
                .flatMap(left -> insuranceClear().map(left::subtract));
    }

    /** {@code realized_pnl - fees}: all income of the position in the margin asset. */
    public Optional<BigDecimal> pnl() {
        return realizedPnl().flatMap(profit -> fees().map(profit::subtract));
    }

    /** All of it by asset, signed as given. */
    public Map<String, BigDecimal> byAsset() {
        Map<String, BigDecimal> all = new TreeMap<>();
        Stream.of(realized, commissions, funding, insurance)
                .forEach(part -> part.byAsset().forEach((asset, amount) -> all.merge(asset, amount, BigDecimal::add)));
        return all;
    }
}
