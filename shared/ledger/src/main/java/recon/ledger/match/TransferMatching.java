package recon.ledger.match;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.function.Function;
import recon.ledger.Account;
import recon.ledger.entry.Booking;
import recon.ledger.match.TransferMatch.Basis;
import recon.ledger.match.UnmatchedLeg.Reason;

/**
 * Finds for each leg of an internal transfer the other one: first by the exchange's id, then by asset, amount and time,
 * the nearest first. Each leg is used at most once, and the order in which the bookings are given changes nothing.
 */
public final class TransferMatching {
    /** How far the stamps of two legs may lie apart: what a second source may differ by elsewhere as well. */
    public static final Duration TOLERANCE = Duration.ofMinutes(1);

    /**
     * How much before and after a day has to be given for its legs to be matched as they are on the days beside it. A
     * leg near midnight competes with those within the tolerance, and they with theirs.
     */
    public static final Duration AROUND = TOLERANCE.multipliedBy(10);

    /** How many legs of one amount are looked at as the counterpart of one, the nearest in time. */
    static final int MOST_CANDIDATES = 100;

    private final Counterparts counterparts;
    private final SequencedSet<InternalLeg> open = new LinkedHashSet<>();
    private final List<TransferMatch> matches = new ArrayList<>();

    private TransferMatching(Collection<Account> accounts) {
        this.counterparts = new Counterparts(accounts);
    }

    /**
     * Matches the legs of these bookings; those that are no internal transfers are left out.
     *
     * @param bookings of all accounts; one that is given twice counts once
     * @param accounts all whose books are kept
     */
    public static Matching match(Collection<Booking> bookings, Collection<Account> accounts) {
        TransferMatching matching = new TransferMatching(accounts);
        bookings.stream().flatMap(InternalLeg::of).sorted(InternalLeg.ORDER).forEach(matching.open::add);
        matching.bySource();
        matching.nearest(leg -> new SameId(leg.tranId(), Alike.of(leg)), Basis.TRAN_ID);
        matching.nearest(Alike::of, Basis.AMOUNT_AND_TIME);
        return matching.result();
    }

    /** Both sides of one row of the exchange. */
    private void bySource() {
        Map<String, List<InternalLeg>> pairs = new LinkedHashMap<>();
        open.forEach(leg -> leg.booking()
                .matchId()
                .ifPresent(
                        id -> pairs.computeIfAbsent(id, _ -> new ArrayList<>()).add(leg)));
        for (List<InternalLeg> pair : pairs.values()) {
            if (pair.size() == 2 && opposite(pair.getFirst(), pair.getLast())) {
                match(new Candidate(pair.getFirst(), pair.getLast()), Basis.TRAN_ID);
            }
        }
    }

    private static boolean opposite(InternalLeg one, InternalLeg other) {
        return Alike.of(one).equals(Alike.of(other))
                && one.amount().signum() != other.amount().signum()
                && !one.samePlace(other);
    }

    /** Of the legs that have the key in common, always the two that are nearest in time. */
    private void nearest(Function<InternalLeg, Object> key, Basis basis) {
        Map<Object, Sides> groups = new HashMap<>();
        open.forEach(leg ->
                groups.computeIfAbsent(key.apply(leg), _ -> Sides.empty()).add(leg));
        List<Candidate> candidates = new ArrayList<>();
        groups.values().forEach(group -> group.candidates(counterparts).forEach(candidates::add));
        candidates.sort(Candidate.NEAREST);
        for (Candidate candidate : candidates) {
            if (open.contains(candidate.one()) && open.contains(candidate.other())) {
                match(candidate, basis);
            }
        }
    }

    private void match(Candidate pair, Basis basis) {
        boolean gives = pair.one().amount().signum() < 0;
        matches.add(new TransferMatch(gives ? pair.one() : pair.other(), gives ? pair.other() : pair.one(), basis));
        open.remove(pair.one());
        open.remove(pair.other());
    }

    private Matching result() {
        return new Matching(
                matches.stream()
                        .sorted(Comparator.comparing(TransferMatch::given, InternalLeg.ORDER))
                        .toList(),
                open.stream()
                        .map(leg -> new UnmatchedLeg(
                                leg, counterparts.kept(leg) ? Reason.NO_COUNTERPART : Reason.OTHER_ACCOUNT_NOT_KEPT))
                        .toList());
    }

    /** What the two legs of a transfer have in common; the amount without sign and scale. */
    private record Alike(String asset, BigDecimal amount) {
        static Alike of(InternalLeg leg) {
            return new Alike(leg.asset(), leg.amount().abs().stripTrailingZeros());
        }
    }

    private record SameId(String tranId, Alike alike) {}
}
