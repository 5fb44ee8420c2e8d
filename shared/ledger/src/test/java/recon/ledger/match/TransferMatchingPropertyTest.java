package recon.ledger.match;

import static org.assertj.core.api.Assertions.assertThat;
import static recon.ledger.match.Transfers.ACCOUNTS;
import static recon.ledger.match.Transfers.NOON;
import static recon.ledger.match.Transfers.income;
import static recon.ledger.match.Transfers.own;
import static recon.ledger.match.Transfers.party;
import static recon.ledger.match.Transfers.universal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import recon.ledger.Wallet;
import recon.ledger.entry.Booking;

/** Few ids, amounts, accounts and seconds, so that much fits that does not belong together. */
class TransferMatchingPropertyTest {
    private static final List<Wallet> WALLETS = List.of(Wallet.SPOT, Wallet.FUTURES, Wallet.FUNDING);

    @Provide
    Arbitrary<List<Booking>> rows() {
        Arbitrary<Integer> few = Arbitraries.integers().between(1, 3);
        Arbitrary<Instant> times = Arbitraries.integers().between(0, 120).map(NOON::plusSeconds);
        Arbitrary<Long> ids = Arbitraries.longs().between(1, 12);
        return Combinators.combine(Arbitraries.integers().between(0, 2), few, few, few, ids, times)
                .as((kind, account, other, amount, id, at) -> switch (kind) {
                    case 0 ->
                        universal(
                                id,
                                party("" + account, WALLETS.get(other - 1)),
                                party("" + (account % 3 + 1), WALLETS.get(amount - 1)),
                                "" + amount,
                                at);
                    case 1 -> own("" + account, id, WALLETS.get(other - 1), WALLETS.get(other % 3), "" + amount, at);
                    default -> List.of(income("" + account, "TRANSFER", id, (other == 1 ? "-" : "") + amount, at));
                });
    }

    /** A place in the ledger holds one booking. */
    private static List<Booking> stored(Stream<Booking> bookings) {
        return List.copyOf(bookings.collect(Collectors.toMap(
                        booking -> List.of(
                                booking.accountId(),
                                booking.time(),
                                booking.source(),
                                booking.externalId(),
                                booking.part()),
                        booking -> booking,
                        (first, second) -> first,
                        LinkedHashMap::new))
                .values());
    }

    private static Stream<InternalLeg> legs(Matching matching) {
        return Stream.concat(
                matching.matches().stream().flatMap(TransferMatch::legs),
                matching.unmatched().stream().map(UnmatchedLeg::leg));
    }

    private static BigDecimal sum(Stream<InternalLeg> legs) {
        return legs.map(InternalLeg::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Matching annotates: every leg is in it once, nothing is added, and matches weigh nothing. */
    @Property(tries = 150)
    void everyLegStandsOnceAndSumsAreUnchanged_whateverTheOrderOfRows(
            @ForAll List<@From("rows") List<Booking>> rows, @ForAll long seed) {
        List<Booking> bookings = stored(rows.stream().flatMap(List::stream));
        List<InternalLeg> given = bookings.stream().flatMap(InternalLeg::of).toList();

        Matching matching = TransferMatching.match(bookings, ACCOUNTS);

        assertThat(legs(matching)).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(given);
        assertThat(sum(matching.matches().stream().flatMap(TransferMatch::legs)))
                .isZero();
        assertThat(sum(matching.unmatched().stream().map(UnmatchedLeg::leg))).isEqualByComparingTo(sum(given.stream()));
        assertThat(matching.matches()).allSatisfy(match -> {
            assertThat(match.given().samePlace(match.received())).isFalse();
            assertThat(match.matchId()).isNotEmpty();
        });

        List<Booking> twice = new ArrayList<>(bookings);
        twice.addAll(bookings);
        Collections.shuffle(twice, new Random(seed));
        assertThat(TransferMatching.match(twice, ACCOUNTS))
                .as("shuffled, and every row twice")
                .isEqualTo(matching);
    }
}
