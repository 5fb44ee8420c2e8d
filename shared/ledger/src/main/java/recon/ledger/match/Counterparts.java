package recon.ledger.match;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import recon.ledger.Account;
import recon.ledger.Wallet;
import recon.ledger.booking.OwnTransfer;
import recon.ledger.booking.UniversalTransfer;
import recon.ledger.entry.DebtLeg;
import recon.ledger.entry.IncomeLeg;
import recon.ledger.entry.TradeLeg;
import recon.ledger.entry.TransferLeg;

/** Where the counterpart of a leg must be, as far as the leg itself tells. */
final class Counterparts {
    private final Map<String, String> idsByEmail;

    /** @param accounts all whose books are kept */
    Counterparts(Collection<Account> accounts) {
        this.idsByEmail =
                accounts.stream().collect(Collectors.toMap(Account::email, Account::id, (first, second) -> first));
    }

    /** Whether neither of the two says that its other side is elsewhere. */
    boolean fit(InternalLeg one, InternalLeg other) {
        return !one.samePlace(other) && allows(one, other) && allows(other, one);
    }

    /** Whether the books of the account are kept in which the counterpart is; unknown ones count as kept. */
    boolean kept(InternalLeg leg) {
        return !leg.booking().source().equals(UniversalTransfer.SOURCE)
                || account(named(leg)).isPresent();
    }

    /**
     * A source that shows both sides of a transfer books both but a futures wallet's. So the leg that is left alone has
     * its counterpart there: in the account that it names.
     */
    private boolean allows(InternalLeg leg, InternalLeg other) {
        String account = other.booking().accountId();
        return switch (leg.booking().source()) {
            case OwnTransfer.SOURCE ->
                account.equals(leg.booking().accountId())
                        && other.wallet().name().equals(named(leg));
            case UniversalTransfer.SOURCE ->
                other.wallet().equals(Wallet.FUTURES)
                        && account(named(leg)).filter(account::equals).isPresent();
            default -> true;
        };
    }

    private Optional<String> account(String email) {
        return Optional.ofNullable(idsByEmail.get(email));
    }

    /** The other side as the source names it: a wallet of the same account, or the email of another. */
    private static String named(InternalLeg leg) {
        return switch (leg.leg()) {
            case TransferLeg transfer -> transfer.details().counterParty();
            case IncomeLeg income -> "";
            case TradeLeg trade -> "";
            case DebtLeg debt -> "";
        };
    }
}
