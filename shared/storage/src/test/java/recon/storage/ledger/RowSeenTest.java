package recon.storage.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static recon.storage.testing.Samples.at;
import static recon.storage.testing.Samples.withdrawal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import recon.ledger.entry.Booking;
import recon.ledger.row.RowSeen;
import recon.ledger.row.Standing;
import recon.storage.testing.Calls;
import recon.storage.testing.Installation;

class RowSeenTest {
    private static final LocalDate JAN_5 = LocalDate.parse("2026-01-05");
    private static final LocalDate JAN_6 = LocalDate.parse("2026-01-06");
    private static final Instant APPLIED = at("2026-01-05T22:00:00Z");
    private static Installation installation;
    private static LedgerTable ledger;

    @BeforeAll
    static void install() {
        installation = Installation.fresh();
        ledger = new LedgerTable(installation.clients(), installation.settings());
    }

    private static RowSeen seen(String account, Instant at, Standing standing, Instant booked) {
        return new RowSeen(account, "withdrawals", "w1", at, standing, List.of(withdrawal(account, "w1", booked)));
    }

    private static <T> List<List<T>> permutations(List<T> all) {
        if (all.isEmpty()) {
            return List.of(List.of());
        }
        List<List<T>> result = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            List<T> rest = new ArrayList<>(all);
            T head = rest.remove(i);
            for (List<T> tail : permutations(rest)) {
                List<T> one = new ArrayList<>(List.of(head));
                one.addAll(tail);
                result.add(one);
            }
        }
        return result;
    }

    @Test
    void refusalStandsAtTheLastPendingSighting_inAnyOrderOfSightings() {
        int n = 0;
        for (List<Integer> order : permutations(List.of(0, 1, 2, 3))) {
            String account = "order" + n++;
            List<RowSeen> sightings = List.of(
                    seen(account, at("2026-01-05T23:00:00Z"), Standing.PENDING, APPLIED),
                    seen(account, at("2026-01-06T03:00:00Z"), Standing.PENDING, APPLIED),
                    seen(account, at("2026-01-06T09:00:00Z"), Standing.REFUSED, APPLIED),
                    seen(account, at("2026-01-07T09:00:00Z"), Standing.REFUSED, APPLIED));
            order.forEach(i -> ledger.record(sightings.get(i)));

            assertThat(ledger.bookings(account, JAN_5))
                    .as("debit, order %s", order)
                    .extracting(Booking::part, Booking::time)
                    .containsExactly(tuple("debit", APPLIED));
            assertThat(ledger.bookings(account, JAN_6))
                    .as("reversal, order %s", order)
                    .extracting(Booking::part, Booking::time)
                    .containsExactly(tuple("debit-reversal", at("2026-01-06T04:00:00Z")));
        }
    }

    @Test
    void bookingMovesToItsNewDay_whenTheExchangeCorrectsItsTime() {
        Instant later = at("2026-01-06T01:00:00Z");
        for (boolean inOrder : new boolean[] {true, false}) {
            String account = "moved" + inOrder;
            List<RowSeen> both = List.of(
                    seen(account, at("2026-01-05T23:00:00Z"), Standing.PENDING, APPLIED),
                    seen(account, at("2026-01-06T02:00:00Z"), Standing.SETTLED, later));
            (inOrder ? both : both.reversed()).forEach(ledger::record);

            assertThat(ledger.bookings(account, JAN_5)).isEmpty();
            assertThat(ledger.bookings(account, JAN_6))
                    .extracting(Booking::time)
                    .containsExactly(later);
        }
    }

    @Test
    void bookingsDisappear_whenTheLatestSightingBooksNothing() {
        ledger.record(seen("gone", at("2026-01-05T23:00:00Z"), Standing.PENDING, APPLIED));

        ledger.record(
                new RowSeen("gone", "withdrawals", "w1", at("2026-01-06T23:00:00Z"), Standing.SETTLED, List.of()));

        assertThat(ledger.bookings("gone", JAN_5)).isEmpty();
    }

    @Test
    void bothAccountsAreBooked_whenOneReaderSeesBothSides() {
        ledger.record(new RowSeen(
                "reader",
                "universal-transfers",
                "9",
                APPLIED,
                Standing.SETTLED,
                List.of(withdrawal("side-a", "9", APPLIED), withdrawal("side-b", "9", APPLIED))));

        assertThat(ledger.bookings("side-a", JAN_5)).hasSize(1);
        assertThat(ledger.bookings("side-b", JAN_5)).hasSize(1);
    }

    @Test
    void nothingIsWritten_whenTheHistoryStaysTheSame() {
        Calls calls = new Calls();
        Installation watched = installation.watched(calls);
        LedgerTable table = new LedgerTable(watched.clients(), watched.settings());
        RowSeen first = seen("same", at("2026-01-05T23:00:00.123456789Z"), Standing.PENDING, APPLIED);
        RowSeen second = seen("same", at("2026-01-06T23:00:00Z"), Standing.SETTLED, APPLIED);
        table.record(List.of(first, second));
        assertThat(calls.count("transactWriteItems")).isEqualTo(1);

        table.record(List.of(second, first));
        table.record(first);

        assertThat(calls.count("transactWriteItems")).isEqualTo(1);
    }

    @Test
    void oneOutcome_whenManyRecordOneRowAtOnce() throws Exception {
        List<Callable<Boolean>> calls = IntStream.range(0, 8)
                .<Callable<Boolean>>mapToObj(i -> () -> {
                    ledger.record(seen(
                            "crowd",
                            at("2026-01-06T00:00:00Z").plusSeconds(i),
                            i == 7 ? Standing.REFUSED : Standing.PENDING,
                            APPLIED.plusSeconds(i)));
                    return true;
                })
                .toList();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (Future<Boolean> done : threads.invokeAll(calls)) {
                assertThat(done.get()).isTrue();
            }
        }

        assertThat(ledger.bookings("crowd", APPLIED, at("2026-01-07T00:00:00Z")))
                .extracting(Booking::part, Booking::time)
                .containsExactly(
                        tuple("debit", APPLIED.plusSeconds(7)), tuple("debit-reversal", at("2026-01-06T00:00:06Z")));
    }
}
