package recon.storage.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static recon.storage.testing.Samples.at;
import static recon.storage.testing.Samples.d;
import static recon.storage.testing.Samples.fill;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.api.RecursiveComparisonAssert;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import recon.ledger.RawRef;
import recon.ledger.Wallet;
import recon.ledger.entry.Booking;
import recon.ledger.entry.IncomeLeg;
import recon.ledger.entry.TradeLeg;
import recon.ledger.entry.TransferDetails;
import recon.ledger.entry.TransferLeg;
import recon.ledger.row.WitnessRow;
import recon.storage.testing.Calls;
import recon.storage.testing.Installation;

class LedgerTableTest {
    private static final LocalDate DAY = LocalDate.parse("2026-01-05");
    private static Installation installation;
    private static LedgerTable ledger;

    @BeforeAll
    static void install() {
        installation = Installation.fresh();
        ledger = new LedgerTable(installation.clients(), installation.settings());
    }

    private static RecursiveComparisonAssert<?> assertSame(Object actual) {
        return assertThat(actual)
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class);
    }

    @Test
    void everyKindOfLegComesBack_asItWasBooked() {
        Booking booking = new Booking(
                "kinds",
                "any-source",
                "a#b%c",
                "debit",
                at("2026-01-05T10:00:00.007Z"),
                true,
                Optional.of("match-1"),
                new RawRef("raw/x#y", 12),
                List.of(
                        new TradeLeg(
                                "spot_sell",
                                new Wallet("ISOLATED_MARGIN:BTCUSDT"),
                                "币安人生USDT",
                                "币安人生",
                                d("-123456789012345678.123456789012345678"),
                                Optional.of(d("0.000000000000000001"))),
                        new TradeLeg("maker_fee", Wallet.SPOT, "BTCUSDT", "BNB", d("0.10"), Optional.empty()),
                        TransferLeg.moved(
                                "deposit", Wallet.SPOT, "BTC", d("1E+3"), new TransferDetails("them", "ETH", "0x1")),
                        TransferLeg.fee("withdrawal_fee", Wallet.SPOT, "BTC", d("-0"), TransferDetails.NONE),
                        new IncomeLeg("FUNDING_FEE", Wallet.FUTURES, "", "USDT", d("-0.5")),
                        new IncomeLeg("NEW_TYPE", Wallet.FUTURES, "BTCUSDT", "USDT", d("2"))));

        ledger.book(List.of(booking));

        assertSame(ledger.bookings("kinds", DAY)).isEqualTo(List.of(booking));
    }

    @Test
    void nothingChanges_whenBookedTwice() {
        Booking booking = fill("twice", "1", at("2026-01-05T10:00:00Z"));

        ledger.book(List.of(booking, booking));
        ledger.book(List.of(booking));

        assertSame(ledger.bookings("twice", DAY)).isEqualTo(List.of(booking));
    }

    @Test
    void dayHoldsItsFirstAndLastMillisecond_andNoOther() {
        Booking before = fill("edges", "1", at("2026-01-04T23:59:59.999Z"));
        Booking first = fill("edges", "2", at("2026-01-05T00:00:00Z"));
        Booking last = fill("edges", "3", at("2026-01-05T23:59:59.999Z"));
        Booking after = fill("edges", "4", at("2026-01-06T00:00:00Z"));
        ledger.book(List.of(after, last, first, before));

        assertSame(ledger.bookings("edges", DAY)).isEqualTo(List.of(first, last));
        assertSame(ledger.bookings("edges", first.time(), after.time())).isEqualTo(List.of(first, last));
        assertSame(ledger.bookings("edges", before.time(), after.time().plusMillis(1)))
                .isEqualTo(List.of(before, first, last, after));
        assertThat(ledger.bookings("edges", last.time(), last.time())).isEmpty();
        assertThat(ledger.bookings("edge", DAY)).isEmpty();
    }

    @Test
    void refused_whenAskedForMoreThanAThousandDays() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ledger.bookings("edges", Instant.EPOCH, at("2026-01-05T00:00:00Z")));
    }

    @Test
    void thousandFillsTakeFortyCalls_andAllComeBackInOrder() {
        Calls calls = new Calls();
        Installation watched = installation.watched(calls);
        Instant start = at("2026-01-05T00:00:00Z");
        List<Booking> fills = IntStream.range(0, 1000)
                .mapToObj(i -> fill("many", Integer.toString(1000 - i), start.plusSeconds(i)))
                .toList();

        new LedgerTable(watched.clients(), watched.settings()).book(fills);

        assertThat(calls.count("batchWriteItem")).isEqualTo(40);
        assertThat(ledger.bookings("many", DAY))
                .extracting(Booking::externalId)
                .isEqualTo(fills.stream().map(Booking::externalId).toList());
    }

    @Test
    void everythingComesBack_whenADayIsMoreThanOnePage() {
        Instant start = at("2026-01-05T00:00:00Z");
        RawRef longKey = new RawRef("raw/" + "x".repeat(1500), 0);
        List<Booking> fills = IntStream.range(0, 1500)
                .mapToObj(i -> fill("pages", Integer.toString(i), start.plusMillis(i)))
                .map(b -> new Booking(
                        b.accountId(),
                        b.source(),
                        b.externalId(),
                        b.part(),
                        b.time(),
                        false,
                        b.matchId(),
                        longKey,
                        b.legs()))
                .toList();
        ledger.book(fills);

        assertThat(ledger.bookings("pages", DAY))
                .extracting(Booking::externalId)
                .isEqualTo(fills.stream().map(Booking::externalId).toList());
    }

    @Test
    void witnessesStandBesideTheBookings_andAreNotAmongThem() {
        WitnessRow row = new WitnessRow(
                "seen",
                "sub-transfers",
                "77",
                at("2026-01-05T12:00:00.001Z"),
                Wallet.SPOT,
                "USDT",
                d("-1.50"),
                new RawRef("raw/w", 1));
        Booking booking = fill("seen", "1", at("2026-01-05T12:00:00Z"));
        ledger.book(List.of(booking));

        ledger.witness(List.of(row));
        ledger.witness(List.of(row));

        assertSame(ledger.bookings("seen", DAY)).isEqualTo(List.of(booking));
        Instant yesterday = at("2026-01-04T23:59:00Z");
        assertSame(ledger.witnesses("seen", yesterday, row.time().plusMillis(1)))
                .isEqualTo(List.of(row));
        assertThat(ledger.witnesses("seen", yesterday, row.time())).isEmpty();
        assertThat(ledger.witnesses("seen", row.time().plusMillis(1), at("2026-01-06T00:01:00Z")))
                .isEmpty();
    }

    @Test
    void oneRowSeenFromTwoWallets_isTwoWitnesses() {
        WitnessRow given = new WitnessRow(
                "both",
                "margin-transfers",
                "77",
                at("2026-01-05T12:00:00Z"),
                Wallet.MARGIN,
                "USDT",
                d("-5"),
                new RawRef("raw/cross", 0));
        WitnessRow taken = new WitnessRow(
                "both",
                "margin-transfers",
                "77",
                at("2026-01-05T12:00:00Z"),
                Wallet.isolated("BTCUSDT"),
                "USDT",
                d("5"),
                new RawRef("raw/pair", 0));

        ledger.witness(List.of(given));
        ledger.witness(List.of(taken));

        assertThat(ledger.witnesses("both", at("2026-01-05T00:00:00Z"), at("2026-01-06T00:00:00Z")))
                .extracting(WitnessRow::wallet)
                .containsExactlyInAnyOrder(Wallet.MARGIN, Wallet.isolated("BTCUSDT"));
    }

    private static Booking from(Booking booking, String key) {
        return new Booking(
                booking.accountId(),
                booking.source(),
                booking.externalId(),
                booking.part(),
                booking.time(),
                booking.approximate(),
                booking.matchId(),
                new RawRef(key, 0),
                booking.legs());
    }

    @Test
    void onlyWhatIsMissingOrStandsOtherwiseIsRestored_andAnEarlierReadingTakesNothingBack() {
        Instant time = at("2026-01-05T10:00:00Z");
        Booking first = from(fill("restored", "f1", time), "raw/2");
        Booking second = from(fill("restored", "f2", time.plusMillis(1)), "raw/2");
        ledger.book(List.of(first));

        assertThat(ledger.restore(List.of(first, second))).isEqualTo(1);
        assertThat(ledger.restore(List.of(from(first, "raw/1"), second)))
                .as("read earlier")
                .isZero();
        assertThat(ledger.bookings("restored", DAY)).containsExactly(first, second);

        assertThat(ledger.restore(List.of(from(first, "raw/3"))))
                .as("read again later: it says the same")
                .isZero();
        assertThat(ledger.bookings("restored", DAY)).containsExactly(from(first, "raw/3"), second);

        Booking otherwise = new Booking(
                first.accountId(),
                first.source(),
                first.externalId(),
                first.part(),
                first.time(),
                true,
                first.matchId(),
                new RawRef("raw/3", 0),
                first.legs());
        assertThat(ledger.restore(List.of(otherwise))).isEqualTo(1);
        assertThat(ledger.bookings("restored", DAY)).containsExactly(otherwise, second);
    }
}
