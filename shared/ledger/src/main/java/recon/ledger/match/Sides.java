package recon.ledger.match;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Legs of one asset and amount, in the order of time.
 *
 * @param given by a wallet
 * @param received by a wallet
 */
record Sides(List<InternalLeg> given, List<InternalLeg> received) {
    static Sides empty() {
        return new Sides(new ArrayList<>(), new ArrayList<>());
    }

    void add(InternalLeg leg) {
        (leg.amount().signum() < 0 ? given : received).add(leg);
    }

    /** The pairs that fit: each giving leg with those of the receiving ones that are nearest to it in time. */
    Stream<Candidate> candidates(Counterparts counterparts) {
        List<Candidate> found = new ArrayList<>();
        int later = 0;
        for (InternalLeg giving : given) {
            while (later < received.size() && received.get(later).time().isBefore(giving.time())) {
                later++;
            }
            around(giving, later)
                    .filter(pair -> counterparts.fit(pair.one(), pair.other()))
                    .forEach(found::add);
        }
        return found.stream();
    }

    /** Outwards from the place that the leg would have among the receiving ones, up to the tolerance. */
    private Stream<Candidate> around(InternalLeg giving, int later) {
        List<Candidate> near = new ArrayList<>();
        int before = later - 1;
        int after = later;
        while (near.size() < TransferMatching.MOST_CANDIDATES) {
            boolean earlier = before >= 0 && within(giving, before);
            boolean afterwards = after < received.size() && within(giving, after);
            if (!earlier && !afterwards) {
                break;
            }
            boolean back = earlier && (!afterwards || nearer(giving, before, after));
            near.add(new Candidate(giving, received.get(back ? before-- : after++)));
        }
        return near.stream();
    }

    private boolean within(InternalLeg giving, int place) {
        return pair(giving, place).apart().compareTo(TransferMatching.TOLERANCE) <= 0;
    }

    private boolean nearer(InternalLeg giving, int before, int after) {
        return pair(giving, before).apart().compareTo(pair(giving, after).apart()) <= 0;
    }

    private Candidate pair(InternalLeg giving, int place) {
        return new Candidate(giving, received.get(place));
    }
}
