package recon.ledger.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import recon.ledger.RawRef;
import recon.ledger.Wallet;
import recon.ledger.entry.Booking;
import recon.ledger.entry.Leg;
import recon.ledger.entry.TradeLeg;
import recon.ledger.entry.TransferDetails;
import recon.ledger.entry.TransferLeg;

/** A statement against the books, with partners found by hand. */
class StatementCheckTest {
    private static final String UID = "7";
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00.345Z");

    private final List<StatementRow> rows = new ArrayList<>();
    private final List<Booking> books = new ArrayList<>();

    private StatementRow row(String time, String wallet, String operation, String coin, String change) {
        StatementRow row = new StatementRow(
                rows.size() + 2, UID, Instant.parse(time), wallet, operation, coin, new BigDecimal(change), "");
        rows.add(row);
        return row;
    }

    private Booking booking(String source, Instant time, Leg... legs) {
        Booking booking = new Booking(
                UID,
                source,
                source + books.size(),
                "fill",
                time,
                false,
                Optional.empty(),
                new RawRef("raw", books.size()),
                List.of(legs));
        books.add(booking);
        return booking;
    }

    private static Leg trade(String subtype, String wallet, String asset, String amount) {
        return new TradeLeg(subtype, new Wallet(wallet), "BTCUSDT", asset, new BigDecimal(amount), Optional.empty());
    }

    private static Leg move(String asset, String amount) {
        return TransferLeg.moved("any", Wallet.SPOT, asset, new BigDecimal(amount), TransferDetails.NONE);
    }

    private StatementComparison compare() {
        return StatementCheck.of(rows, books);
    }

    @Test
    void tradeAgrees_rowByRow_whateverTheScale() {
        row("2026-01-02T12:00:00Z", "Spot", "Transaction Buy", "BTC", "0.50");
        row("2026-01-02T12:00:00Z", "Spot", "Transaction Spend", "USDT", "-30000");
        row("2026-01-02T12:00:00Z", "Spot", "Transaction Fee", "BNB", "-1E-3");
        booking(
                "spot-trades",
                NOON,
                trade("spot_buy", "SPOT", "BTC", "0.5"),
                trade("spot_sell", "SPOT", "USDT", "-30000.00"),
                trade("taker_fee", "SPOT", "BNB", "-0.001"));

        StatementComparison result = compare();

        assertThat(result.agrees()).isTrue();
        assertThat(result.equal()).isEqualTo(3);
        assertThat(result.unknownOperations()).isEmpty();
    }

    @Test
    void fillsOfOneSecond_agreeWithTheirSum_butNotWithAnother() {
        row("2026-01-02T12:00:00Z", "Spot", "Transaction Buy", "BTC", "0.5");
        row("2026-01-02T12:00:01Z", "Spot", "Transaction Buy", "BTC", "0.7");
        booking("spot-trades", NOON, trade("spot_buy", "SPOT", "BTC", "0.2"));
        booking("spot-trades", NOON.plusMillis(600), trade("spot_buy", "SPOT", "BTC", "0.3"));
        booking("spot-trades", NOON.plusMillis(700), trade("spot_buy", "SPOT", "BTC", "0.3"));
        booking("spot-trades", NOON.plusMillis(800), trade("spot_buy", "SPOT", "BTC", "0.3"));

        StatementComparison result = compare();

        assertThat(result.together()).isEqualTo(1);
        assertThat(result.onlyInStatement()).extracting(StatementRow::line).containsExactly(3L);
        assertThat(result.onlyInBooks()).hasSize(2);
    }

    @Test
    void tradeWithItself_agreesWithSilence_andWithItsFeeAlone() {
        row("2026-01-02T12:00:00Z", "Spot", "Fee", "BTC", "-0.002");
        booking(
                "spot-trades",
                NOON,
                trade("spot_buy", "SPOT", "BTC", "1"),
                trade("maker_fee", "SPOT", "BTC", "-0.001"));
        booking(
                "spot-trades",
                NOON,
                trade("spot_sell", "SPOT", "BTC", "-1"),
                trade("taker_fee", "SPOT", "BTC", "-0.001"));
        booking("spot-trades", NOON, trade("spot_buy", "SPOT", "ETH", "5"));
        booking("spot-trades", NOON.plusMillis(1), trade("spot_sell", "SPOT", "ETH", "-5"));

        assertThat(compare().agrees()).isTrue();
    }

    @Test
    void feeOfAWithdrawalIsInItsRow_andTheTimeMayBeHoursLater() {
        row("2026-01-02T12:00:00Z", "Spot", "Withdraw", "BTC", "-1.001");
        StatementRow late = row("2026-01-02T15:30:00Z", "Spot", "Withdraw", "ETH", "-5.2");
        booking("withdrawals", NOON, move("BTC", "-1"), move("BTC", "-0.001"));
        Booking early = booking("withdrawals", NOON, move("ETH", "-5"), move("ETH", "-0.2"));

        StatementComparison result = compare();

        assertThat(result.agrees()).isTrue();
        assertThat(result.together()).isEqualTo(1);
        assertThat(result.moved()).containsExactly(new StatementComparison.Moved(late, early));
    }

    @Test
    void tradeIsNotTakenForOneOfAnotherMinute_orWallet_orCoin_orAccount() {
        row("2026-01-02T12:01:00Z", "Spot", "Buy", "BTC", "1");
        row("2026-01-02T12:00:00Z", "Funding", "Buy", "BTC", "1");
        row("2026-01-02T12:00:00Z", "Spot", "Buy", "ETH", "1");
        rows.add(new StatementRow(
                9, "8", Instant.parse("2026-01-02T12:00:00Z"), "Spot", "Buy", "BTC", BigDecimal.ONE, ""));
        booking("spot-trades", NOON, trade("spot_buy", "SPOT", "BTC", "1"));

        StatementComparison result = compare();

        assertThat(result.onlyInStatement()).containsExactlyElementsOf(rows);
        assertThat(result.onlyInBooks()).hasSize(1);
    }

    @Test
    void equalRows_needAsManyPartners() {
        row("2026-01-02T12:00:00Z", "Spot", "Deposit", "BTC", "1");
        row("2026-01-02T12:00:00Z", "Spot", "Deposit", "BTC", "1");
        booking("deposits", NOON, move("BTC", "1"));

        StatementComparison result = compare();

        assertThat(result.equal()).isEqualTo(1);
        assertThat(result.onlyInStatement()).extracting(StatementRow::line).containsExactly(3L);
    }

    @ParameterizedTest
    @CsvSource({
        "Spot, SPOT",
        "Funding, FUNDING",
        "Cross Margin, MARGIN",
        "CrossMargin, MARGIN",
        "Isolated Margin, ISOLATED_MARGIN:BTCUSDT",
        "USD-M Futures, FUTURES",
        "USD-MFutures, FUTURES",
        "USDⓈ-M Futures, FUTURES",
        "USDT-Futures, FUTURES"
    })
    void walletIsUnderstood_howeverItIsSpelled(String spelled, String wallet) {
        row("2026-01-02T12:00:00Z", spelled, "Fee", "BNB", "-1");
        booking("any", NOON, trade("taker_fee", wallet, "BNB", "-1"));

        assertThat(compare().agrees()).isTrue();
    }

    @Test
    void unknownWordsAreNamed_andTheirRowsAreComparedAllTheSame() {
        row("2026-01-02T12:00:00Z", "Spot", "Gift of Tomorrow", "BTC", "1");
        StatementRow earn = row("2026-01-02T12:00:00Z", "Earn", "Simple Earn Flexible Interest", "BTC", "2");
        booking("any", NOON, move("BTC", "1"));

        StatementComparison result = compare();

        assertThat(result.unknownOperations()).isEqualTo(Map.of("Gift of Tomorrow", 1L));
        assertThat(result.unknownWallets()).isEqualTo(Map.of("Earn", 1L));
        assertThat(result.equal()).isEqualTo(1);
        assertThat(result.onlyInStatement()).containsExactly(earn);
    }

    @Property(tries = 200)
    void whatIsTakenAway_isExactlyWhatIsMissed_inAnyOrder(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int size) {
        rows.clear();
        books.clear();
        Random random = new Random(seed);
        for (int i = 0; i < size; i++) {
            // Amounts are powers of two: no sum of some is the sum of others.
            String amount = BigDecimal.TWO.pow(i).toString();
            row(Instant.ofEpochSecond(1_767_355_200L + random.nextInt(5)).toString(), "Spot", "Buy", "BTC", amount);
            booking("spot-trades", rows.getLast().time().plusMillis(random.nextInt(1000)), move("BTC", amount));
        }
        StatementRow unbooked = rows.get(random.nextInt(size));
        books.remove((int) unbooked.line() - 2);
        StatementRow unstated = rows.get(random.nextInt(size));
        rows.remove(unstated);
        Collections.shuffle(rows, random);
        Collections.shuffle(books, random);

        StatementComparison result = compare();

        boolean both = unbooked.equals(unstated);
        assertThat(result.onlyInStatement()).isEqualTo(both ? List.of() : List.of(unbooked));
        assertThat(result.onlyInBooks())
                .extracting(leg -> leg.leg().amount())
                .isEqualTo(both ? List.of() : List.of(unstated.change()));
    }
}
