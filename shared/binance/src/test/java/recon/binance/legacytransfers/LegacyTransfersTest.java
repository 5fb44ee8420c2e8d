package recon.binance.legacytransfers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import recon.binance.fake.Samples;
import recon.binance.fake.Walk;
import recon.binance.json.ExchangeJson;
import recon.binance.source.Cursor;
import recon.binance.source.Scope;
import recon.ledger.RawRef;
import recon.ledger.Wallet;
import recon.ledger.booking.Party;
import recon.ledger.booking.UniversalTransfer;
import recon.ledger.entry.Booking;
import recon.ledger.row.Observation;
import recon.ledger.row.RowSeen;
import recon.ledger.setting.LedgerSettings;
import recon.ledger.setting.LedgerSettings.TransferIds;

class LegacyTransfersTest {
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final String ROW = "{\"from\":\"main@example.com\",\"to\":\"sub1@example.com\",\"asset\":\"BTC\","
            + "\"qty\":\"1.5\",\"status\":\"SUCCESS\",\"tranId\":55,\"time\":1767225600000}";

    private final LegacyTransfers source = new LegacyTransfers(ExchangeJson.mapper());
    private final Scope scope = Samples.scope(Samples.MAIN, FROM, FROM.plus(Duration.ofDays(5)), Integer.MAX_VALUE);

    private List<Observation> once(Scope under) {
        return Walk.through(
                        source,
                        under,
                        Cursor.START,
                        request -> request.params().getOrDefault("toEmail", "").equals("sub1@example.com")
                                ? "[" + ROW + "]"
                                : "[]")
                .observations();
    }

    /** Under the universal transfer's key: whichever is read first, it is booked once. */
    @Test
    void rowIsTheUniversalTransferOfTheSameId() {
        Observation universal = new UniversalTransfer(
                        "1001",
                        55,
                        new Party("main@example.com", Optional.of("1001"), Wallet.SPOT),
                        new Party("sub1@example.com", Optional.of("1002"), Wallet.SPOT),
                        "BTC",
                        new BigDecimal("1.5"),
                        "SUCCESS",
                        FROM)
                .observe(Samples.RECEIVED, new RawRef("key-2", 0));
        assertThat(once(scope)).containsExactly(universal);
    }

    /** Where ids differ only the books can tell whether the universal history has it. */
    @Test
    void rowIsBookedUnderItsOwnKey_whereIdsDiffer() {
        LedgerSettings assumed = LedgerSettings.ASSUMED;
        Scope distinct = Samples.under(
                scope,
                new LedgerSettings(
                        assumed.withdrawalAmount(), assumed.withdrawalDebit(), TransferIds.DISTINCT, Duration.ZERO));
        assertThat(once(distinct)).singleElement().isInstanceOfSatisfying(RowSeen.class, row -> {
            assertThat(row.source()).isEqualTo("legacy-transfers");
            assertThat(row.bookings())
                    .extracting(
                            Booking::accountId,
                            Booking::source,
                            booking -> booking.legs().getFirst().amount())
                    .containsExactly(
                            tuple("1001", "legacy-transfers", new BigDecimal("-1.5")),
                            tuple("1002", "legacy-transfers", new BigDecimal("1.5")));
        });
    }

    @Test
    void eachSideOfEachSubAccount_isAskedFor() {
        assertThat(Walk.through(source, scope, Cursor.START, request -> "[]").requests().stream()
                        .map(request ->
                                request.query().substring(0, request.query().indexOf("&startTime"))))
                .containsExactly(
                        "fromEmail=sub1%40example.com",
                        "toEmail=sub1%40example.com", "fromEmail=sub2%40example.com", "toEmail=sub2%40example.com");
    }
}
