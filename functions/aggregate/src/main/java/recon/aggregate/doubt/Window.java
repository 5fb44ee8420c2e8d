package recon.aggregate.doubt;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import recon.ledger.position.total.Disagreement;

/**
 * Days of a contract, or of the wallet, whose witnesses do not agree.
 *
 * @param from the first UTC day
 * @param to the last, included
 * @param difference what does not agree, always told in the same way
 */
public record Window(LocalDate from, LocalDate to, String difference) {
    public Window {
        requireNonNull(from, "from is null");
        requireNonNull(to, "to is null");
        requireNonNull(difference, "difference is null");
    }

    static Window of(Disagreement one) {
        return new Window(
                one.from(),
                one.to(),
                one.check().metric() + " "
                        + one.check()
                                .fills()
                                .subtract(one.check().income())
                                .stripTrailingZeros()
                                .toPlainString()
                        + " " + one.from() + " " + one.to());
    }

    Window and(Window other) {
        return new Window(
                from.isBefore(other.from) ? from : other.from,
                to.isAfter(other.to) ? to : other.to,
                difference + "; " + other.difference);
    }
}
