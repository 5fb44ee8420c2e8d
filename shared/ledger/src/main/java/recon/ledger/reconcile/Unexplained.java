package recon.ledger.reconcile;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import recon.ledger.Wallet;
import recon.ledger.balance.AssetBalance;
import recon.ledger.balance.BalanceCapture;
import recon.ledger.entry.Booking;
import recon.ledger.entry.DebtLeg;

/**
 * What moved a wallet between two captures and is not in the books yet, by asset; what it owes is not looked at. As long as something is left, rows are
 * missing; when nothing is left, none is, but for such as cancel each other out to the last digit.
 */
public final class Unexplained {
    private final Wallet wallet;
    private final Instant after;
    private final Instant upTo;
    private final Map<String, BigDecimal> rest = new HashMap<>();
    private final Set<Row> known = new HashSet<>();

    /** The key of a booking. */
    private record Row(String accountId, String source, String externalId, String part) {}

    private Unexplained(BalanceCapture earlier, BalanceCapture later) {
        this.wallet = later.wallet();
        this.after = earlier.sentAt();
        this.upTo = later.sentAt();
        held(later).forEach((asset, amount) -> add(asset, amount));
        held(earlier).forEach((asset, amount) -> add(asset, amount.negate()));
    }

    /**
     * What two captures of one wallet differ by, before anything is explained.
     *
     * @param earlier an asset that it does not name is zero
     * @param later taken after the earlier one; an asset that it does not name is zero
     */
    public static Unexplained between(BalanceCapture earlier, BalanceCapture later) {
        requireNonNull(earlier, "earlier is null");
        requireNonNull(later, "later is null");
        if (!earlier.wallet().equals(later.wallet()) || !earlier.accountId().equals(later.accountId())) {
            throw new IllegalArgumentException("captures of two wallets: " + earlier.accountId() + " "
                    + earlier.wallet() + " and " + later.accountId() + " " + later.wallet());
        }
        if (!earlier.sentAt().isBefore(later.sentAt())) {
            throw new IllegalArgumentException(
                    "the captures stand in the wrong order: " + earlier.sentAt() + " and " + later.sentAt());
        }
        return new Unexplained(earlier, later);
    }

    /** Takes bookings into account, each once however often it is given; what lies outside of the time changes nothing. */
    public void explain(Collection<Booking> bookings) {
        for (Booking booking : bookings) {
            Row row = new Row(booking.accountId(), booking.source(), booking.externalId(), booking.part());
            if (booking.time().isAfter(after) && !booking.time().isAfter(upTo) && known.add(row)) {
                booking.legs().stream()
                        .filter(leg -> leg.wallet().equals(wallet) && !(leg instanceof DebtLeg))
                        .forEach(leg -> add(leg.asset(), leg.amount().negate()));
            }
        }
    }

    /** The wallet that moved. */
    public Wallet wallet() {
        return wallet;
    }

    /** The assets of which something is left. */
    public Set<String> assets() {
        return Set.copyOf(rest.keySet());
    }

    private void add(String asset, BigDecimal amount) {
        rest.merge(asset, amount, BigDecimal::add);
        rest.computeIfPresent(asset, (_, left) -> left.signum() == 0 ? null : left);
    }

    private static Map<String, BigDecimal> held(BalanceCapture capture) {
        return capture.balances().stream()
                .collect(Collectors.toMap(AssetBalance::asset, AssetBalance::total, BigDecimal::add));
    }
}
