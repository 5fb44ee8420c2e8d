package recon.storage.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static recon.storage.testing.Samples.RAW;
import static recon.storage.testing.Samples.at;
import static recon.storage.testing.Samples.d;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import recon.ledger.Wallet;
import recon.ledger.balance.AssetBalance;
import recon.ledger.balance.BalanceCapture;
import recon.ledger.balance.CapturedPosition;
import recon.ledger.balance.DailyBalance;
import recon.ledger.balance.Debt;
import recon.storage.testing.Installation;

/** Wallets beside SPOT: what they owe, the positions they hold, and isolated margin pairs that come and go. */
class WalletBalancesTest {
    private static final LocalDate DAY = LocalDate.parse("2026-01-05");
    private static BalanceTable balances;

    @BeforeAll
    static void install() {
        Installation installation = Installation.fresh();
        balances = new BalanceTable(installation.clients(), installation.settings());
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

    @Test
    void debtsAndPositionsOfACapture_areKept() {
        BalanceCapture futures = new BalanceCapture(
                "debts",
                Wallet.FUTURES,
                "futures-account",
                at("2026-01-06T00:02:00Z"),
                at("2026-01-06T00:02:00.080Z"),
                Optional.empty(),
                RAW,
                List.of(
                        new AssetBalance("USDT", d("7"), d("0"), d("0"), d("0"), d("-1.5")),
                        new AssetBalance("BNB", d("1"), d("0"), d("4"), d("0.001"), d("0"))),
                List.of(new CapturedPosition("BTCUSDT", "BOTH", d("-0.5"), d("-20000"), d("-1.5"))));
        balances.capture(futures);

        assertThat(balances.firstCapture("debts", Wallet.FUTURES, DAY)).hasValueSatisfying(kept -> {
            assertThat(kept.balances()).containsExactlyInAnyOrderElementsOf(futures.balances());
            assertThat(kept.positions()).isEqualTo(futures.positions());
        });
        assertThat(balances.wallets("debts")).containsExactly(Wallet.FUTURES);
    }

    /** A pair that did not exist yet, or that is gone, held nothing as long as all pairs were captured. */
    @Test
    void isolatedPairWithoutACapture_heldNothingWhereAllPairsWereCaptured() {
        Wallet pair = Wallet.isolated("BTCUSDT");
        assertThat(balances.firstCapture("pairs", pair, DAY)).isEmpty();
        assertThat(balances.dailyOf("pairs", pair, DAY)).isEmpty();

        balances.capture(new BalanceCapture(
                "pairs",
                Wallet.ISOLATED_MARGIN,
                "isolated-account",
                at("2026-01-06T00:02:00Z"),
                at("2026-01-06T00:02:00.080Z"),
                Optional.empty(),
                RAW,
                List.of()));
        balances.closed("pairs", Wallet.ISOLATED_MARGIN, DAY, List.of());

        assertThat(balances.firstCapture("pairs", pair, DAY)).hasValueSatisfying(nothing -> {
            assertThat(nothing.wallet()).isEqualTo(pair);
            assertThat(nothing.balances()).isEmpty();
        });
        assertThat(balances.firstCapture("pairs", Wallet.MARGIN, DAY)).isEmpty();
        assertThat(balances.dailyOf("pairs", pair, DAY)).contains(List.of());
    }

    @Test
    void debtsOfAClosedDay_areKept() {
        DailyBalance plain = row("owing", Wallet.MARGIN, "BTC", "5", "6");
        DailyBalance owing = new DailyBalance(
                plain.date(),
                plain.accountId(),
                plain.wallet(),
                plain.asset(),
                plain.start(),
                plain.transfersIn(),
                plain.transfersOut(),
                plain.tradesIn(),
                plain.tradesOut(),
                plain.fees(),
                plain.calculated(),
                plain.actual(),
                plain.source(),
                plain.snapshot(),
                plain.variance(),
                plain.carried(),
                plain.cause(),
                new Debt(d("1"), d("2"), Optional.of(d("3")), "why"),
                new Debt(d("0"), d("0.00000001"), Optional.empty(), "no capture"),
                Optional.of(d("-7")),
                plain.usdPrice());
        balances.closed(List.of(owing));

        assertThat(balances.daily("owing", DAY)).containsExactly(owing);
    }
}
