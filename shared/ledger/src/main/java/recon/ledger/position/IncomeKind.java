package recon.ledger.position;

import java.util.Optional;

/** The income that belongs to positions. All other types belong to the wallet alone. */
enum IncomeKind {
    REALIZED_PNL,
    COMMISSION,
    FUNDING_FEE,
    INSURANCE_CLEAR;

    static Optional<IncomeKind> of(String incomeType) {
        return switch (incomeType) {
            case "REALIZED_PNL" -> Optional.of(REALIZED_PNL);
            case "COMMISSION" -> Optional.of(COMMISSION);
            case "FUNDING_FEE" -> Optional.of(FUNDING_FEE);
            case "INSURANCE_CLEAR" -> Optional.of(INSURANCE_CLEAR);
            default -> Optional.empty();
        };
    }
}
