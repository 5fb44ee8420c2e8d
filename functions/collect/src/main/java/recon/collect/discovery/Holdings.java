package recon.collect.discovery;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import recon.ledger.Account;
import recon.ledger.Wallet;
import recon.ledger.balance.AssetBalance;
import recon.ledger.balance.BalanceCapture;
import recon.ledger.balance.BalanceSnapshot;
import recon.ledger.balance.DailyBalance;
import recon.ledger.entry.Leg;
import recon.storage.balance.BalanceTable;
import recon.storage.ledger.LedgerTable;

/** Which assets the accounts held or moved: what a price is wanted of. */
public final class Holdings {
    private final LedgerTable ledger;
    private final BalanceTable balances;

    public Holdings(LedgerTable ledger, BalanceTable balances) {
        this.ledger = requireNonNull(ledger, "ledger is null");
        this.balances = requireNonNull(balances, "balances is null");
    }

    /**
     * What has to be valued on a day that is closed again: what it was closed with provisionally, and what has moved it
     * since. Nothing where the books had not begun.
     */
    public Set<String> again(LocalDate day, Collection<Account> accounts) {
        Set<String> assets = new TreeSet<>();
        for (Account account : accounts) {
            List<DailyBalance> closed = balances.daily(account.id(), day);
            closed.stream().map(DailyBalance::asset).forEach(assets::add);
            if (!closed.isEmpty()) {
                moved(account, day).forEach(assets::add);
            }
        }
        return assets;
    }

    /**
     * What has to be valued on the day that is collected: what was there when it began, what moved on it, and what was
     * there when it ended.
     */
    public Set<String> on(LocalDate day, Collection<Account> accounts) {
        Set<String> assets = new TreeSet<>();
        for (Account account : accounts) {
            balances.daily(account.id(), day.minusDays(1)).stream()
                    .filter(Holdings::held)
                    .map(DailyBalance::asset)
                    .forEach(assets::add);
            moved(account, day).forEach(assets::add);
            ended(account, day).forEach(assets::add);
        }
        return assets;
    }

    private static boolean held(DailyBalance balance) {
        return balance.actual().orElse(balance.calculated()).signum() != 0;
    }

    private Stream<String> moved(Account account, LocalDate day) {
        return ledger.bookings(account.id(), day).stream()
                .flatMap(booking -> booking.legs().stream())
                .map(Leg::asset);
    }

    private Stream<String> ended(Account account, LocalDate day) {
        return Stream.concat(Stream.of(Wallet.SPOT), balances.wallets(account.id()).stream())
                .distinct()
                .flatMap(wallet -> ended(account, wallet, day));
    }

    private Stream<String> ended(Account account, Wallet wallet, LocalDate day) {
        Optional<BalanceCapture> capture = balances.firstCapture(account.id(), wallet, day);
        return capture
                .map(BalanceCapture::balances)
                .or(() -> balances.snapshot(account.id(), wallet, day).map(BalanceSnapshot::balances))
                .stream()
                .flatMap(List::stream)
                .filter(Holdings::holds)
                .map(AssetBalance::asset);
    }

    /** Margin and futures wallets also name what they do not hold: nobody wants its price. */
    private static boolean holds(AssetBalance balance) {
        return Stream.of(balance.total(), balance.loan(), balance.interest(), balance.unrealisedPnl())
                .anyMatch(amount -> amount.signum() != 0);
    }
}
