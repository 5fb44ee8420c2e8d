package recon.local.probe;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Tells by fills in futures of which the income shows that a fee was paid how they sign it. */
final class FeeEvidence {
    private static final String QUESTION = "How does a fill in futures sign a fee that was paid?";
    private static final Optional<String> SETTING = Optional.of("commission-sign");

    private FeeEvidence() {}

    /** @param fees as the fills give them */
    static Answered answer(List<BigDecimal> fees) {
        long positive = fees.stream().filter(fee -> fee.signum() > 0).count();
        long negative = fees.stream().filter(fee -> fee.signum() < 0).count();
        if (positive == negative) {
            return new Answered(
                    QUESTION,
                    SETTING,
                    Optional.empty(),
                    positive == 0
                            ? "no fee was paid in futures on the last day: trade a little, and probe again"
                            : positive + " fills say the one and as many the other");
        }
        return new Answered(
                QUESTION,
                SETTING,
                Optional.of(positive > negative ? "paid_is_positive" : "paid_is_negative"),
                "told by " + positive + " fills with a positive and " + negative + " with a negative fee");
    }
}
