package recon.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DeterminismTest {
    @TempDir
    private Path folder;

    @Test
    void givesTheSameBytes_fromTheSameSeedAndTheSameRequests() {
        assertThat(bodies(7, "a", Exchange.day(2))).isEqualTo(bodies(7, "b", Exchange.day(2)));
        assertThat(bodies(8, "c", Exchange.day(2))).isNotEqualTo(bodies(7, "d", Exchange.day(2)));
    }

    @Test
    void tellsTheSameOfADay_howeverManyDaysFollow() {
        try (Exchange soon = new Exchange(Exchange.settings(7), folder.resolve("soon"), Exchange.day(1));
                Exchange late = new Exchange(Exchange.settings(7), folder.resolve("late"), Exchange.day(9))) {
            late.simulator.truth().rows("trades", late.main().uid(), Exchange.day(0), Exchange.day(30));
            for (SimulatedAccount account : soon.simulator.accounts()) {
                String query = "&startTime=" + Exchange.day(0).toEpochMilli() + "&endTime="
                        + (Exchange.day(1).toEpochMilli() - 1);
                for (String symbol : soon.simulator.truth().tradedSymbols(account.uid(), Exchange.day(1))) {
                    if (symbol.startsWith("ETH") || symbol.startsWith("BTC")) {
                        assertThat(late.json(account, "/api/v3/myTrades", "symbol=" + symbol + query))
                                .isEqualTo(soon.json(account, "/api/v3/myTrades", "symbol=" + symbol + query));
                    }
                }
                assertThat(late.simulator.truth().balances(account.uid(), "SPOT", Exchange.day(1)))
                        .isEqualTo(soon.simulator.truth().balances(account.uid(), "SPOT", Exchange.day(1)));
            }
        }
    }

    @Test
    void leavesEveryRowAsItIs_whenTheWorldIsSabotaged() {
        SimulatorSettings plain = Exchange.settings(7);
        try (Exchange whole = new Exchange(plain, folder.resolve("whole"), Exchange.day(4));
                Exchange broken = new Exchange(
                        plain.withSabotage(Break.AIRDROP).withBreakDay(0), folder.resolve("broken"), Exchange.day(4))) {
            Sabotage airdrop = broken.simulator.truth().sabotages().getFirst();
            String uid = broken.simulator.accounts().stream()
                    .filter(account -> account.email().equals(airdrop.email()))
                    .findFirst()
                    .orElseThrow()
                    .uid();
            Truth without = whole.simulator.truth();
            Truth with = broken.simulator.truth();
            Instant noon = Exchange.day(0).plusSeconds(12 * 3_600);

            assertThat(airdrop.at()).isEqualTo(noon);
            assertThat(airdrop.date()).isEqualTo(Exchange.FIRST_DAY);
            assertThat(airdrop.amount()).isPositive();
            assertThat(with.balances(uid, "SPOT", noon)).isEqualTo(without.balances(uid, "SPOT", noon));
            assertThat(with.balance(uid, "SPOT", airdrop.asset(), Exchange.day(4)))
                    .isEqualByComparingTo(without.balance(uid, "SPOT", airdrop.asset(), Exchange.day(4))
                            .add(airdrop.amount()));
            for (String source : List.of("trades", "deposits", "withdrawals", "transfers")) {
                assertThat(with.rows(source, uid, Exchange.day(-3), Exchange.day(4)))
                        .isEqualTo(without.rows(source, uid, Exchange.day(-3), Exchange.day(4)));
            }
            assertThat(with.movedAssets(uid, "SPOT", noon, noon.plusMillis(1))).contains(airdrop.asset());
            assertThat(without.sabotages()).isEmpty();
        }
    }

    @Test
    void drawsEverySwitchBothWays_amongAFewSeeds() {
        List<Switches> drawn = new ArrayList<>();
        for (long seed = 0; seed < 40; seed++) {
            drawn.add(Switches.drawnBy(seed));
        }

        assertThat(drawn.stream().map(Switches::withdrawalAmountIsNet)).contains(true, false);
        assertThat(drawn.stream().map(Switches::withdrawalDebitedAtCompletion)).contains(true, false);
        assertThat(drawn.stream().map(Switches::transferIdsShared)).contains(true, false);
        assertThat(drawn.stream().map(drawnOne -> drawnOne.effectDelay().isZero()))
                .contains(true, false);
        assertThat(drawn.stream().map(Switches::snapshotsNewestFirst)).contains(true, false);
        assertThat(drawn).allMatch(one -> one.effectDelay().toMillis() <= 900);
        assertThat(drawn)
                .allMatch(one -> one.snapshotDelay().toMinutes() >= 30
                        && one.snapshotDelay().toMinutes() <= 120);
        assertThat(drawn.stream().map(Switches::snapshotDelay).distinct()).hasSizeGreaterThan(10);
    }

    private List<String> bodies(long seed, String name, Instant now) {
        List<String> bodies = new ArrayList<>();
        try (Exchange exchange = new Exchange(Exchange.settings(seed), folder.resolve(name), now)) {
            for (SimulatedAccount account : exchange.simulator.accounts()) {
                bodies.add(exchange.signed(account, "/api/v3/account", "").body());
                bodies.add(exchange.signed(account, "/api/v3/myTrades", "symbol=BTCUSDT")
                        .body());
                bodies.add(exchange.signed(account, "/sapi/v1/capital/deposit/hisrec", "")
                        .body());
            }
            bodies.add(exchange.signed(exchange.main(), "/sapi/v1/capital/withdraw/history", "")
                    .body());
            bodies.add(exchange.signed(exchange.main(), "/sapi/v1/sub-account/universalTransfer", "")
                    .body());
            bodies.add(exchange.send("", "/api/v3/exchangeInfo", "").body());
        }
        return bodies;
    }
}
