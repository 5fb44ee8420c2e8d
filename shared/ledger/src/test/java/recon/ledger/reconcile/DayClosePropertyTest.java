package recon.ledger.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static recon.ledger.reconcile.Books.DAY;
import static recon.ledger.reconcile.Books.RAW;
import static recon.ledger.reconcile.Books.capture;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import recon.ledger.Wallet;
import recon.ledger.balance.AssetBalance;
import recon.ledger.entry.Booking;
import recon.ledger.entry.TradeLeg;

class DayClosePropertyTest {
    private static final Instant MIDNIGHT = DAY.atStartOfDay(ZoneOffset.UTC).toInstant();

    /** One leg as it happens: seconds after the start of the day, an asset, a signed amount. */
    record Move(int second, String asset, BigDecimal amount) {}

    @Provide
    Arbitrary<Move> moves() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 86_400 + 119),
                        Arbitraries.of("BTC", "USDT", "BNB"),
                        Arbitraries.bigDecimals()
                                .between(new BigDecimal("-1e6"), new BigDecimal("1e6"))
                                .ofScale(18))
                .as(Move::new);
    }

    /** Start plus what moved until midnight, counted here by plain addition, is calculated and actual alike. */
    @Property(tries = 300)
    void startAndMovementsAreTheActualBalance(
            @ForAll List<@net.jqwik.api.From("moves") Move> moves, @ForAll long seed) {
        Map<String, BigDecimal> atMidnight = new HashMap<>();
        Map<String, BigDecimal> atCapture = new HashMap<>();
        List<Booking> bookings = new ArrayList<>();
        for (int i = 0; i < moves.size(); i++) {
            Move move = moves.get(i);
            atCapture.merge(move.asset(), move.amount(), BigDecimal::add);
            if (move.second() < 86_400) {
                atMidnight.merge(move.asset(), move.amount(), BigDecimal::add);
            }
            bookings.add(booking("t" + i, move));
        }
        Collections.shuffle(bookings, new Random(seed));

        ClosedDay closed = DayClose.close(Books.day(
                Map.of(),
                Optional.of(capture(
                        "2026-01-03T00:02:00Z",
                        "2026-01-03T00:02:01Z",
                        Optional.empty(),
                        atCapture.entrySet().stream()
                                .map(e -> new AssetBalance(e.getKey(), e.getValue(), BigDecimal.ZERO))
                                .toArray(AssetBalance[]::new))),
                Duration.ZERO,
                bookings.toArray(Booking[]::new)));

        assertThat(closed.balances()).allSatisfy(balance -> {
            BigDecimal truth = atMidnight.getOrDefault(balance.asset(), BigDecimal.ZERO);
            assertThat(balance.calculated()).isEqualByComparingTo(truth);
            assertThat(balance.actual().orElseThrow()).isEqualByComparingTo(truth);
            assertThat(balance.varies()).isFalse();
        });
        assertThat(Books.assets(closed)).containsAll(atMidnight.keySet());
    }

    private static Booking booking(String id, Move move) {
        return new Booking(
                "1",
                "spot-trades",
                id,
                "fill",
                MIDNIGHT.plusSeconds(move.second()),
                false,
                Optional.empty(),
                RAW,
                List.of(new TradeLeg("spot_buy", Wallet.SPOT, "ANY", move.asset(), move.amount(), Optional.empty())));
    }
}
