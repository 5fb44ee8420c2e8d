package recon.ledger.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import recon.ledger.RawRef;
import recon.ledger.Wallet;
import recon.ledger.entry.Booking;

/** The two histories have ids of their own; both sides of a transfer are the firm's. */
class LegacyTransferTest {
    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
    private static final String LEGACY = LegacyTransfer.SOURCE;
    private static final String UNIVERSAL = UniversalTransfer.SOURCE;

    private static List<Booking> row(String source, long id, String to, String asset, String amount, Instant time) {
        return new UniversalTransfer(
                        "1",
                        id,
                        new Party("main@example.com", Optional.of("1"), Wallet.SPOT),
                        new Party(to, Optional.of("2"), Wallet.SPOT),
                        asset,
                        new BigDecimal(amount),
                        "SUCCESS",
                        time)
                .observe(source, NOON, new RawRef("raw", 0))
                .bookings();
    }

    private static List<Booking> row(String source, long id) {
        return row(source, id, "sub@example.com", "BTC", "1.5", NOON);
    }

    private static List<Booking> read(List<List<Booking>> rows) {
        return LegacyTransfer.unrepeated(rows.stream().flatMap(List::stream).toList());
    }

    @Test
    void whatBothHistoriesHave_standsOnce_inWhateverOrder() {
        List<Booking> universal = row(UNIVERSAL, 1);
        assertThat(read(List.of(universal, row(LEGACY, 7, "sub@example.com", "BTC", "1.50", NOON))))
                .isEqualTo(universal);
        assertThat(read(List.of(row(LEGACY, 7), universal))).isEqualTo(universal);
    }

    @Test
    void whatTheOlderHistoryAloneHas_stands() {
        assertThat(read(List.of(row(LEGACY, 7)))).hasSize(2).isEqualTo(row(LEGACY, 7));
    }

    @Test
    void whatDiffersInAnything_isAnother() {
        List<Booking> universal = row(UNIVERSAL, 1);
        List<List<Booking>> others = List.of(
                row(LEGACY, 7, "other@example.com", "BTC", "1.5", NOON),
                row(LEGACY, 7, "sub@example.com", "ETH", "1.5", NOON),
                row(LEGACY, 7, "sub@example.com", "BTC", "1.4", NOON),
                row(LEGACY, 7, "sub@example.com", "BTC", "1.5", NOON.plusMillis(1)));

        assertThat(others).allSatisfy(other -> {
            // The giver sees to whom it gave; the receiver of the first one is the same account all the same.
            List<Booking> given = other.subList(0, 1);
            assertThat(read(List.of(universal, given))).hasSize(3).containsAll(given);
        });
    }

    @Test
    void ofEqualOnes_asManyAreRepeatedAsTheUniversalHistoryHas() {
        assertThat(read(List.of(row(UNIVERSAL, 1), row(LEGACY, 7), row(LEGACY, 8))))
                .extracting(Booking::source)
                .containsExactly(UNIVERSAL, UNIVERSAL, LEGACY, LEGACY);
        assertThat(read(List.of(row(UNIVERSAL, 1), row(UNIVERSAL, 2), row(LEGACY, 7))))
                .extracting(Booking::source)
                .containsExactly(UNIVERSAL, UNIVERSAL, UNIVERSAL, UNIVERSAL);
    }
}
