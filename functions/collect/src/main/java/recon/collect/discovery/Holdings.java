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
     * Assets by the day that they have to be valued on.
     *
     * @param before of the day before, as it was closed provisionally, and what has moved it since; none where the
     *     books had not begun
     * @param ofTheDay what was there when the day began, what moved on it, and what was there when it ended
     */
    public record Wanted(Set<String> before, Set<String> ofTheDay) {
        public Wanted {
            before = Set.copyOf(before);
            ofTheDay = Set.copyOf(ofTheDay);
        }
    }

    /** What the run that collects {@code day} has to value. */
    public Wanted on(LocalDate day, Collection<Account> accounts) {
        Set<String> before = new TreeSet<>();
        Set<String> ofTheDay = new TreeSet<>();
        for (Account account : accounts) {
            List<DailyBalance> closed = balances.daily(account.id(), day.minusDays(1));
            closed.stream().map(DailyBalance::asset).forEach(before::add);
            if (!closed.isEmpty()) {
                moved(account, day.minusDays(1)).forEach(before::add);
            }
            closed.stream().filter(Holdings::held).map(DailyBalance::asset).forEach(ofTheDay::add);
            moved(account, day).forEach(ofTheDay::add);
            ended(account, day).forEach(ofTheDay::add);
        }
        return new Wanted(before, ofTheDay);
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
