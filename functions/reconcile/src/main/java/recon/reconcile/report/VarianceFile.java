package recon.reconcile.report;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Optional;
import recon.ledger.Account;
import recon.ledger.balance.BalanceSnapshot;
import recon.ledger.balance.DailyBalance;
import recon.ledger.balance.Debt;

/**
 * {@code variances.csv}: what a person has to look at. A row of the kind {@code variance} compares the actual balance
 * with the books; {@code unknown} is one of which nobody took the actual balance down; {@code snapshot} compares the
 * exchange's own snapshot with the books where it says otherwise than our capture does; {@code loan} and
 * {@code interest} compare what is owed with the books, the balance apart. In every row
 * {@code variance_in_asset = raw_balance - cal_balance}.
 */
final class VarianceFile {
    private final CsvFile file = new CsvFile("date,email,wallet,asset,raw_balance,raw_balance_source,cal_balance,"
            + "variance_in_asset,usd_price,variance_in_usd,cause,carried,state,kind");
    private final String state;

    /** @param state {@code final} when it is closed for good, {@code provisional} before */
    VarianceFile(String state) {
        this.state = requireNonNull(state, "state is null");
    }

    CsvFile file() {
        return file;
    }

    void add(Account account, DailyBalance balance) {
        if (balance.variance().isEmpty()) {
            row(account, balance, balance.calculated(), balance.actual(), balance.source(), balance.cause(), "unknown");
        } else if (balance.varies()) {
            row(
                    account,
                    balance,
                    balance.calculated(),
                    balance.actual(),
                    balance.source(),
                    priced(balance, balance.cause()),
                    "variance");
        }
        debt(account, balance, balance.loan(), "loan");
        debt(account, balance, balance.interest(), "interest");
        if (balance.disputed()) {
            row(
                    account,
                    balance,
                    balance.calculated(),
                    balance.snapshot(),
                    BalanceSnapshot.source(balance.wallet()),
                    priced(balance, "the exchange's snapshot differs from " + balance.source()),
                    "snapshot");
        }
    }

    private void debt(Account account, DailyBalance balance, Debt debt, String kind) {
        if (debt.varies()) {
            row(
                    account,
                    balance,
                    debt.calculated(),
                    debt.actual(),
                    balance.source(),
                    priced(balance, debt.cause()),
                    kind);
        }
    }

    private void row(
            Account account,
            DailyBalance balance,
            BigDecimal calculated,
            Optional<BigDecimal> raw,
            String source,
            String cause,
            String kind) {
        Optional<BigDecimal> variance = raw.map(held -> held.subtract(calculated));
        file.row()
                .date(balance.date())
                .text(account.email())
                .text(balance.wallet().name())
                .text(balance.asset())
                .amount(raw)
                .text(source)
                .amount(calculated)
                .amount(variance)
                .amount(balance.usdPrice())
                .amount(variance.flatMap(v -> balance.usdPrice().map(v::multiply)))
                .text(cause)
                .text(Boolean.toString(balance.carried()))
                .text(state)
                .text(kind)
                .end();
    }

    private static String priced(DailyBalance balance, String cause) {
        return balance.usdPrice().isPresent() ? cause : cause + "; no price";
    }
}
