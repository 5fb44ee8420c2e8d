package recon.local.probe;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Tells by the rows of a margin wallet's own book whether their sign says anything. */
final class FlowEvidence {
    private static final String QUESTION = "Is what a margin wallet gives negative in its own book?";
    private static final Optional<String> SETTING = Optional.of("capital-flow-sign");

    private FlowEvidence() {}

    /**
     * Looks for what is given away.
     *
     * @param signed the amounts, if their signs are the wallet's
     * @param absolute the amounts of the same rows, if the types alone say the direction
     */
    static Answered answer(List<BigDecimal> signed, List<BigDecimal> absolute) {
        long negative = signed.stream().filter(amount -> amount.signum() < 0).count();
        long givenWithoutSign =
                absolute.stream().filter(amount -> amount.signum() < 0).count();
        if (negative == 0 && givenWithoutSign == 0) {
            return new Answered(
                    QUESTION,
                    SETTING,
                    Optional.empty(),
                    "no margin wallet gave anything in the last days: pay back a little of a loan, and probe again");
        }
        return negative > 0
                ? new Answered(
                        QUESTION, SETTING, Optional.of("signed"), "told by " + negative + " rows that are negative")
                : new Answered(
                        QUESTION,
                        SETTING,
                        Optional.of("absolute"),
                        "told by " + givenWithoutSign + " rows that give and are positive");
    }
}
