package recon.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import recon.simulator.FuturesSwitches;
import recon.simulator.SimulatedAccount;
import recon.simulator.SimulatorSettings;
import recon.simulator.Switches;
import recon.simulator.WalletSwitches;

/** What holds in every world, whatever the seed. */
final class WorldPropertyTest {
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 10);
    private static final long END =
            FIRST_DAY.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    private static final long DAY_MS = 86_400_000;
    private static final int HOUR_MS = 3_600_000;

    @Property(tries = 30)
    void showsNoBalanceBelowZero_atOrAfterAnyMovement(
            @ForAll long seed,
            @ForAll boolean net,
            @ForAll boolean atCompletion,
            @ForAll @IntRange(max = 900) int delayMs) {
        World world = world(seed, switches(net, atCompletion, true, Duration.ofMillis(delayMs)));

        for (SimulatedAccount account : world.accounts()) {
            for (long stamp : stamps(world, account)) {
                for (long now : List.of(stamp, stamp + delayMs / 2, stamp + delayMs)) {
                    assertThat(world.holdings(account, now)).allSatisfy(holding -> {
                        assertThat(holding.free()).isNotNegative();
                        assertThat(holding.locked()).isNotNegative();
                    });
                }
                Book book = world.bookUntil(account.uid(), stamp).orElseThrow();
                assertThat(book.assets())
                        .allSatisfy(asset ->
                                assertThat(book.stampedBefore(asset, stamp + 1)).isNotNegative());
            }
        }
    }

    @Property(tries = 30)
    void refusesNoWithdrawalInTheFirstHourOfADay_andCompletesOnWholeSeconds(@ForAll long seed) {
        World world = world(seed, switches(true, true, true, Duration.ZERO));
        SimulatedAccount main = world.accounts().getFirst();

        assertThat(world.historyUntil(END).withdrawals(main.uid()).all())
                .isNotEmpty()
                .allSatisfy(row -> {
                    assertThat(row.applyTime() % 1_000).isZero();
                    if (row.refused()) {
                        assertThat(row.decidedAt() % DAY_MS).isGreaterThan(HOUR_MS);
                        assertThat(row.decidedAt() - row.applyTime()).isBetween(HOUR_MS / 6L, 20L * HOUR_MS);
                    } else {
                        assertThat(row.decidedAt() % 1_000).isZero();
                    }
                });
    }

    @Property(tries = 30)
    void stampsNoFillInTheLastFiveSecondsOfADay_whereFillsShowLate(@ForAll long seed) {
        World world = world(seed, switches(true, true, true, Duration.ofMillis(900)));

        for (SimulatedAccount account : world.accounts()) {
            world.historyUntil(END)
                    .trades(account.uid())
                    .values()
                    .forEach(rows -> assertThat(rows.all()).allMatch(row -> row.time() % DAY_MS < DAY_MS - 5_000));
        }
    }

    @Property(tries = 20)
    void leavesNothingOfAnAsset_thatIsOnlyPassedThrough(@ForAll long seed) {
        World world = world(seed, switches(true, false, true, Duration.ZERO));
        Set<String> seen = new TreeSet<>();
        // The second half of a passage may still be to come within 90 seconds.
        long end = END + 100_000;
        for (SimulatedAccount account : world.accounts()) {
            Book book = world.bookUntil(account.uid(), end).orElseThrow();
            for (String asset : world.market().passing()) {
                if (book.moved(0, END).contains(asset)
                        && book.moved(END - 100_000, end).isEmpty()) {
                    seen.add(asset);
                    assertThat(book.stampedBefore(asset, end)).isEqualByComparingTo(BigDecimal.ZERO);
                }
            }
        }
        assertThat(world.market().passing()).hasSize(2).containsAll(seen);
    }

    @Property(tries = 10)
    void tradesAboutAsMuchAsAsked_onceTheMoneyIsThere(@ForAll long seed) {
        World world = world(seed, switches(true, false, true, Duration.ZERO));

        for (SimulatedAccount account : world.accounts()) {
            int rows = world.historyUntil(END).trades(account.uid()).values().stream()
                    .mapToInt(each -> each.between(END - DAY_MS, END - 1).size())
                    .sum();
            assertThat(rows).isBetween(40, 75);
        }
    }

    private static Set<Long> stamps(World world, SimulatedAccount account) {
        Set<Long> stamps = new TreeSet<>();
        History history = world.historyUntil(END);
        history.trades(account.uid()).values().forEach(rows -> rows.all().forEach(row -> stamps.add(row.time())));
        history.withdrawals(account.uid()).all().forEach(row -> {
            stamps.add(row.applyTime());
            stamps.add(row.decidedAt());
        });
        history.transfers(account.uid()).all().forEach(row -> stamps.add(row.time()));
        return stamps;
    }

    private static Switches switches(boolean net, boolean atCompletion, boolean shared, Duration delay) {
        return new Switches(
                net,
                atCompletion,
                shared,
                delay,
                Duration.ofMinutes(45),
                true,
                new WalletSwitches(true, true, false, true, Duration.ZERO),
                new FuturesSwitches(true, true, FuturesSwitches.Packing.PLAIN, false));
    }

    private static World world(long seed, Switches switches) {
        List<SimulatedAccount> accounts = List.of(
                new SimulatedAccount("1", "main@example.com", "k1", "s1", true),
                new SimulatedAccount("2", "sub1@example.com", "k2", "s2", false),
                new SimulatedAccount("3", "sub2@example.com", "k3", "s3", false));
        return new World(SimulatorSettings.of(seed, accounts.size(), FIRST_DAY), switches, accounts);
    }
}
