package recon.ledger.match;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import recon.ledger.Wallet;
import recon.ledger.booking.FuturesIncome;
import recon.ledger.entry.Booking;
import recon.ledger.entry.DebtLeg;
import recon.ledger.entry.IncomeLeg;
import recon.ledger.entry.Leg;
import recon.ledger.entry.TradeLeg;
import recon.ledger.entry.TransferLeg;

/**
 * A leg that must have a counterpart: what one wallet gives in a transfer of our own, another one receives.
 *
 * @param booking the one it belongs to
 * @param position of the leg in its booking, from 0
 */
public record InternalLeg(Booking booking, int position) {
    /** What a futures wallet calls a transfer that has another side among the wallets of the exchange's users. */
    private static final Set<String> INCOME = Set.of("TRANSFER", "INTERNAL_TRANSFER");

    /** By time; legs of one millisecond by what names them. */
    static final Comparator<InternalLeg> ORDER = Comparator.comparing(InternalLeg::time)
            .thenComparing(leg -> leg.booking().accountId())
            .thenComparing(leg -> leg.booking().source())
            .thenComparing(leg -> leg.booking().externalId())
            .thenComparing(leg -> leg.booking().part())
            .thenComparingInt(InternalLeg::position);

    public InternalLeg {
        requireNonNull(booking, "booking is null");
        if (position < 0 || position >= booking.legs().size()) {
            throw new IllegalArgumentException("no leg " + position + " in " + booking.externalId());
        }
    }

    /** Those legs of a booking that are one side of an internal transfer: none, one or two. */
    public static Stream<InternalLeg> of(Booking booking) {
        return IntStream.range(0, booking.legs().size())
                .mapToObj(position -> new InternalLeg(booking, position))
                .filter(InternalLeg::internal);
    }

    private boolean internal() {
        return amount().signum() != 0
                && switch (leg()) {
                    case TransferLeg transfer -> booking.matchId().isPresent();
                    case IncomeLeg income -> INCOME.contains(income.incomeType());
                    case TradeLeg trade -> false;
                    case DebtLeg debt -> false;
                };
    }

    /** The leg itself. */
    public Leg leg() {
        return booking.legs().get(position);
    }

    /** When it counts, UTC. */
    public Instant time() {
        return booking.time();
    }

    /** What moves. */
    public String asset() {
        return leg().asset();
    }

    /** Signed as its wallet sees it. */
    public BigDecimal amount() {
        return leg().amount();
    }

    /** The wallet that moves. */
    public Wallet wallet() {
        return leg().wallet();
    }

    /** The exchange's id of the transfer, as the source of this leg shows it. */
    String tranId() {
        return booking.source().equals(FuturesIncome.SOURCE)
                ? FuturesIncome.tranId(booking.externalId())
                : booking.externalId();
    }

    /** The id that its source gave the pair, else one made from the leg's own key. */
    String ownMatchId() {
        return booking.matchId()
                .orElseGet(() -> String.join(":", booking.source(), booking.accountId(), booking.externalId()));
    }

    /** Whether both are in one wallet of one account. */
    boolean samePlace(InternalLeg other) {
        return booking.accountId().equals(other.booking.accountId()) && wallet().equals(other.wallet());
    }
}
