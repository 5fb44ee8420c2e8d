package recon.simulator.world;

import java.math.BigDecimal;

/** What one wallet other than the spot wallet holds and owes. */
public final class Purse {
    private final Book balance;
    private final Book borrowed = new Book(0);
    private final Book interest = new Book(0);

    Purse(long fundingDelayMs) {
        this.balance = new Book(fundingDelayMs);
    }

    /** What it holds, loans included. */
    public Book balance() {
        return balance;
    }

    /** Principal of its loans, positive. */
    public Book borrowed() {
        return borrowed;
    }

    /** Interest that is owed, positive. */
    public Book interest() {
        return interest;
    }

    /** Everything that it holds of the asset, whenever it takes effect. */
    BigDecimal holds(String asset) {
        return balance.total(asset);
    }

    /** Principal and interest. */
    BigDecimal owes(String asset) {
        return borrowed.total(asset).add(interest.total(asset));
    }

    void move(String asset, long at, BigDecimal amount) {
        change(asset, amount);
        balance.other(asset, at, amount);
    }

    /** A movement that shows later than its stamp. */
    void moveLate(String asset, long at, BigDecimal amount) {
        change(asset, amount);
        balance.fill(asset, at, amount);
    }

    void owe(String asset, long at, BigDecimal principal, BigDecimal accrued) {
        if (principal.signum() != 0) {
            borrowed.other(asset, at, principal);
        }
        if (accrued.signum() != 0) {
            interest.other(asset, at, accrued);
        }
        if (borrowed.total(asset).signum() < 0 || interest.total(asset).signum() < 0) {
            throw new IllegalStateException("more is repaid than is owed");
        }
    }

    private void change(String asset, BigDecimal amount) {
        if (holds(asset).add(amount).signum() < 0) {
            throw new IllegalStateException("more is taken from a wallet than is there");
        }
    }
}
