package recon.storage.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static recon.storage.testing.Samples.RAW;
import static recon.storage.testing.Samples.at;
import static recon.storage.testing.Samples.d;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import recon.ledger.RawRef;
import recon.ledger.Wallet;
import recon.ledger.balance.AssetBalance;
import recon.ledger.balance.BalanceCapture;
import recon.ledger.balance.BalanceSnapshot;
import recon.ledger.balance.DailyBalance;
import recon.storage.schema.Schema;
import recon.storage.testing.Calls;
import recon.storage.testing.Installation;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class BalanceTableTest {
    private static final LocalDate DAY = LocalDate.parse("2026-01-05");
    private static Installation installation;
    private static BalanceTable balances;

    @BeforeAll
    static void install() {
        installation = Installation.fresh();
        balances = new BalanceTable(installation.clients(), installation.settings());
    }

    private static BalanceCapture capture(String account, Instant received, String btc) {
        return new BalanceCapture(
                account,
                Wallet.SPOT,
                "spot-account",
                received.minusMillis(80),
                received,
                Optional.of(received.minusSeconds(60)),
                RAW,
                List.of(new AssetBalance("BTC", d(btc), d("0.5")), new AssetBalance("币安人生", d("7"), BigDecimal.ZERO)));
    }

    private static DailyBalance row(String account, Wallet wallet, String asset, String calculated, String actual) {
        BigDecimal is = d(calculated);
        return new DailyBalance(
                DAY,
                account,
                wallet,
                asset,
                d("1"),
                d("2"),
                d("-3"),
                d("4"),
                d("-5"),
                d("-0.000000000000000001"),
                is,
                Optional.of(d(actual)),
                "spot-account",
                Optional.of(d("0.00000001")),
                Optional.of(d(actual).subtract(is)),
                true,
                "late row",
                Optional.of(d("96500.12000001")));
    }

    private static List<String> assets(String account) {
        return balances.daily(account, DAY).stream()
                .map(r -> r.wallet() + " " + r.asset() + " " + r.calculated())
                .toList();
    }

    @Test
    void captureComesBackWhole_whenReceivedAfterMidnight() {
        BalanceCapture capture = capture("whole", at("2026-01-06T00:02:03.004Z"), "1.25");

        balances.capture(capture);
        balances.capture(capture);

        assertThat(balances.firstCapture("whole", Wallet.SPOT, DAY)).contains(capture);
        assertThat(balances.firstCapture("whole", Wallet.FUTURES, DAY)).isEmpty();
        assertThat(balances.firstCapture("other", Wallet.SPOT, DAY)).isEmpty();
    }

    @Test
    void firstOneOfTheTwentyFourHoursAfterTheDayCounts_whateverTheOrder() {
        BalanceCapture early = capture("first", at("2026-01-05T23:59:59.999Z"), "1");
        BalanceCapture first = capture("first", at("2026-01-06T00:00:00Z"), "2");
        BalanceCapture second = capture("first", at("2026-01-06T00:00:00.001Z"), "3");
        BalanceCapture nextDay = capture("first", at("2026-01-07T00:00:00Z"), "4");
        List.of(nextDay, second, first, early).forEach(balances::capture);

        assertThat(balances.firstCapture("first", Wallet.SPOT, DAY)).contains(first);
        assertThat(balances.firstCapture("first", Wallet.SPOT, DAY.minusDays(1)))
                .contains(early);
        assertThat(balances.firstCapture("first", Wallet.SPOT, DAY.plusDays(1))).contains(nextDay);
        assertThat(balances.firstCapture("first", Wallet.SPOT, DAY.plusDays(2))).isEmpty();
    }

    @Test
    void captureWithoutAssetsIsACapture_notAGap() {
        Instant received = at("2026-01-06T00:02:00Z");
        BalanceCapture empty = new BalanceCapture(
                "empty", Wallet.SPOT, "spot-account", received, received, Optional.empty(), RAW, List.of());

        balances.capture(empty);

        assertThat(balances.firstCapture("empty", Wallet.SPOT, DAY)).contains(empty);
    }

    @Test
    void twoCapturesOfOneMillisecondDoNotMix_whenTheirRawRowsDiffer() {
        BalanceCapture one = capture("ms", at("2026-01-06T00:02:00Z"), "1");
        BalanceCapture other = new BalanceCapture(
                "ms",
                Wallet.SPOT,
                "spot-account",
                one.sentAt(),
                one.receivedAt(),
                one.updateTime(),
                new RawRef("raw/another", 0),
                List.of(new AssetBalance("ETH", d("1"), d("0"))));
        balances.capture(one);
        balances.capture(other);

        assertThat(balances.firstCapture("ms", Wallet.SPOT, DAY)).get().isIn(one, other);
    }

    @Test
    void captureIsNotSeen_whenItsWriterWasKilledAnywhere() {
        Calls calls = new Calls();
        Installation watched = installation.watched(calls);
        BalanceTable table = new BalanceTable(watched.clients(), watched.settings());
        BalanceCapture capture = capture("cut", at("2026-01-06T00:02:00Z"), "1");
        for (int n = 1; n <= 2; n++) {
            calls.killAt(n, false);
            assertThatThrownBy(() -> table.capture(capture)).isInstanceOf(Calls.Killed.class);
            assertThat(balances.firstCapture("cut", Wallet.SPOT, DAY)).isEmpty();
        }
        calls.spare();

        table.capture(capture);

        assertThat(balances.firstCapture("cut", Wallet.SPOT, DAY)).contains(capture);
    }

    private static BalanceSnapshot snapshot(String account, String at, String btc) {
        return new BalanceSnapshot(
                account,
                Wallet.SPOT,
                at(at),
                RAW,
                List.of(new AssetBalance("币安人生", d(btc), d("0.5")), new AssetBalance("BTC", d("1"), d("0"))));
    }

    @Test
    void snapshotIsKeptUnderTheDayAtWhoseEndItWasTaken_andALaterReadingReplacesIt() {
        BalanceSnapshot before = snapshot("seen", "2026-01-04T23:59:59Z", "1");
        BalanceSnapshot first = snapshot("seen", "2026-01-05T23:59:59Z", "2");
        BalanceSnapshot again = snapshot("seen", "2026-01-05T23:59:59Z", "3");

        balances.snapshots(List.of(first, before));
        balances.snapshots(List.of(again));

        assertThat(balances.snapshot("seen", Wallet.SPOT, DAY)).contains(again);
        assertThat(balances.snapshot("seen", Wallet.SPOT, DAY.minusDays(1))).contains(before);
        assertThat(balances.snapshot("seen", Wallet.SPOT, DAY.plusDays(1))).isEmpty();
        assertThat(balances.snapshot("other", Wallet.SPOT, DAY)).isEmpty();
        assertThat(balances.firstCapture("seen", Wallet.SPOT, DAY)).isEmpty();
    }

    @Test
    void everyColumnComesBack_whenADayIsClosed() {
        DailyBalance full = row("full", Wallet.SPOT, "BTC", "-1.5", "-1.25");
        DailyBalance gap = new DailyBalance(
                DAY,
                "full",
                Wallet.FUTURES,
                "USDT",
                d("0"),
                d("0"),
                d("0"),
                d("0"),
                d("0"),
                d("0"),
                d("0"),
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty(),
                false,
                "",
                Optional.empty());

        balances.closed(List.of(full, gap));

        assertThat(balances.daily("full", DAY))
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(List.of(gap, full));
        assertThat(balances.daily("full", DAY.plusDays(1))).isEmpty();
    }

    @Test
    void assetsDisappearAndOtherWalletsStay_whenAWalletIsClosedAgain() {
        balances.closed(List.of(
                row("again", Wallet.SPOT, "BTC", "1", "1"),
                row("again", Wallet.SPOT, "ETH", "2", "2"),
                row("again", Wallet.FUTURES, "USDT", "3", "3")));

        balances.closed(List.of(row("again", Wallet.SPOT, "BTC", "9", "9")));

        assertThat(assets("again")).containsExactly("FUTURES USDT 3", "SPOT BTC 9");
        balances.closed("again", Wallet.SPOT, DAY, List.of());
        assertThat(assets("again")).containsExactly("FUTURES USDT 3");
        assertThat(balances.dailyOf("again", Wallet.SPOT, DAY)).contains(List.of());
        assertThat(balances.dailyOf("again", new Wallet("FUNDING"), DAY)).isEmpty();
    }

    @Test
    void oneWalletOfADay_isOneQuery() {
        Calls calls = new Calls();
        Installation watched = installation.watched(calls);
        BalanceTable table = new BalanceTable(watched.clients(), watched.settings());
        balances.closed(
                List.of(row("one", Wallet.SPOT, "BTC", "1", "1"), row("one", Wallet.FUTURES, "USDT", "3", "3")));

        assertThat(table.dailyOf("one", Wallet.SPOT, DAY))
                .hasValueSatisfying(rows -> assertThat(rows)
                        .extracting(DailyBalance::asset, DailyBalance::wallet)
                        .containsExactly(tuple("BTC", Wallet.SPOT)));
        assertThat(calls.count("queryPaginator")).isEqualTo(1);
        assertThat(calls.count("getItem")).isZero();
    }

    @Test
    void refused_whenARowIsOfAnotherWallet() {
        List<DailyBalance> rows = List.of(row("mixed", Wallet.FUTURES, "BTC", "1", "1"));

        assertThatIllegalArgumentException().isThrownBy(() -> balances.closed("mixed", Wallet.SPOT, DAY, rows));
    }

    @Test
    void readersSeeAllOldOrAllNewRows_whereverTheWriterIsKilled() {
        Calls calls = new Calls();
        Installation watched = installation.watched(calls);
        BalanceTable table = new BalanceTable(watched.clients(), watched.settings());
        boolean killed = true;
        for (int n = 1; killed; n++) {
            String account = "killed" + n;
            List<DailyBalance> before = rows(account, 30, "1");
            List<DailyBalance> after = rows(account, 28, "2");
            balances.closed(before);
            calls.killAt(n, n % 2 == 0);
            try {
                table.closed(after);
            } catch (Calls.Killed e) {
                assertThat(calls.killed()).isTrue();
            }
            killed = calls.killed();
            calls.spare();

            assertThat(balances.daily(account, DAY))
                    .as("killed at call %s", n)
                    .extracting(r -> r.calculated().intValue())
                    .matches(seen -> isAll(seen, 1, 30) || isAll(seen, 2, 28));
            table.closed(rows(account, 5, "3"));
            assertThat(isAll(
                            balances.daily(account, DAY).stream()
                                    .map(r -> r.calculated().intValue())
                                    .toList(),
                            3,
                            5))
                    .isTrue();
            assertThat(itemsOf(account)).as("nothing is left behind").isEqualTo(5 + 1);
        }
    }

    private static List<DailyBalance> rows(String account, int count, String calculated) {
        return IntStream.range(0, count)
                .mapToObj(i -> row(account, Wallet.SPOT, "A" + i, calculated, "0"))
                .toList();
    }

    private static boolean isAll(List<? extends Integer> seen, int value, int count) {
        return seen.size() == count && seen.stream().allMatch(v -> v == value);
    }

    private static int itemsOf(String account) {
        return installation
                .clients()
                .dynamodb()
                .query(q -> q.tableName(installation.settings().table("balances"))
                        .keyConditionExpression("pk = :pk")
                        .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(account + "#day#2026-01-05"))))
                .count();
    }

    private static BalanceSnapshot readFrom(String account, String key, String btc) {
        return new BalanceSnapshot(
                account,
                Wallet.SPOT,
                at("2026-01-05T23:59:59Z"),
                new RawRef(key, 0),
                List.of(new AssetBalance("BTC", d(btc), BigDecimal.ZERO)));
    }

    @Test
    void snapshotReadLaterStays_whenAnEarlierReadingIsRestored() {
        balances.snapshots(List.of(readFrom("restored", "raw/2", "2")));

        assertThat(balances.restoreSnapshots(List.of(readFrom("restored", "raw/1", "1"))))
                .isZero();
        assertThat(balances.snapshot("restored", Wallet.SPOT, DAY)).contains(readFrom("restored", "raw/2", "2"));
        assertThat(balances.restoreSnapshots(List.of(readFrom("restored", "raw/3", "3"))))
                .isEqualTo(1);
        assertThat(balances.snapshot("restored", Wallet.SPOT, DAY)).contains(readFrom("restored", "raw/3", "3"));
    }

    @Test
    void captureThatLostAnAsset_isWholeAgain_andOneThatLostNothingStays() {
        BalanceCapture capture = capture("restored", at("2026-01-06T00:02:00Z"), "2");
        balances.capture(capture);
        assertThat(balances.restoreCapture(capture)).isZero();

        installation
                .clients()
                .dynamodb()
                .deleteItem(r -> r.tableName(installation.settings().table(Schema.BALANCES))
                        .key(CaptureItems.assets(capture).getFirst().key()));

        assertThat(balances.restoreCapture(capture)).isEqualTo(1);
        assertThat(balances.firstCapture("restored", Wallet.SPOT, DAY))
                .get()
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(capture);
    }
}
