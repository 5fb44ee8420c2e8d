package recon.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With everything switched on: the sum of all rows is the truth of every wallet. */
final class WalletConservationTest {
    private static final Comparator<BigDecimal> BY_VALUE = BigDecimal::compareTo;
    private static final List<String> SOURCES = List.of(
            "trades",
            "deposits",
            "withdrawals",
            "transfers",
            "allocations",
            "stp-transfers",
            "legacy-transfers",
            "own-transfers",
            "convert",
            "dust",
            "dividends",
            "income",
            "margin-loans",
            "margin-interest",
            "margin-trades",
            "liquidations");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void addsUpToTheTruthOfEveryWallet_fromTheRowsOfAllEndpoints(long seed) {
        Instant midnight = Exchange.day(2);
        SimulatorSettings settings = Exchange.settings(seed).withActivities(EnumSet.allOf(Activity.class));
        try (Exchange exchange = new Exchange(settings, folder, midnight.plusSeconds(120))) {
            IndependentBooks books = IndependentBooks.before(exchange, midnight);
            new WalletRows(exchange, books).addAll();
            Truth truth = exchange.simulator.truth();

            for (SimulatedAccount account : exchange.simulator.accounts()) {
                String uid = account.uid();
                assertThat(truth.wallets(uid, midnight)).contains("SPOT", "FUNDING", "FUTURES", "MARGIN");
                for (String wallet : truth.wallets(uid, midnight)) {
                    assertSame(wallet, books.balances(uid, wallet), truth.balances(uid, wallet, midnight));
                    assertSame(wallet, books.balances(uid, wallet + " loan"), truth.borrowed(uid, wallet, midnight));
                    assertSame(
                            wallet, books.balances(uid, wallet + " interest"), truth.interest(uid, wallet, midnight));
                }
                for (String source : SOURCES) {
                    assertThat(books.rows(source + " " + uid))
                            .as(source)
                            .isEqualTo(truth.rows(source, uid, Exchange.day(-3), midnight));
                }
            }
        }
    }

    @Test
    void hasTheSpotWalletAlone_whenNobodyDoesAnythingBesides() {
        try (Exchange plain = new Exchange(Exchange.settings(7), folder.resolve("plain"), Exchange.day(2))) {
            Truth truth = plain.simulator.truth();
            String uid = plain.main().uid();

            assertThat(truth.wallets(uid, Exchange.day(2))).containsExactly("SPOT");
        }
    }

    private static void assertSame(
            String wallet, SortedMap<String, BigDecimal> actual, SortedMap<String, BigDecimal> expected) {
        assertThat(actual.keySet()).as(wallet).isEqualTo(expected.keySet());
        assertThat(actual.values())
                .as(wallet)
                .usingElementComparator(BY_VALUE)
                .containsExactlyElementsOf(expected.values());
    }
}
