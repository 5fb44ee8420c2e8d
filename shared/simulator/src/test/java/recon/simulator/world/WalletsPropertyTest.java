package recon.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import recon.simulator.Activity;
import recon.simulator.FuturesSwitches;
import recon.simulator.SimulatedAccount;
import recon.simulator.SimulatorSettings;
import recon.simulator.Switches;
import recon.simulator.WalletSwitches;

/** What holds in the wallets of every world in which everything is done. */
final class WalletsPropertyTest {
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 10);
    private static final long START = midnight(FIRST_DAY.minusDays(3));
    private static final long END = midnight(FIRST_DAY.plusDays(1));
    private static final int FOUR_DAYS_S = 4 * 86_400;

    @Property(tries = 12)
    void holdsWhatItHeldAndWhatMoved_betweenAnyTwoInstants(
            @ForAll long seed,
            @ForAll @IntRange(max = FOUR_DAYS_S) int one,
            @ForAll @IntRange(max = FOUR_DAYS_S) int other,
            @ForAll boolean shared) {
        long from = START + Math.min(one, other) * 1_000L;
        long to = START + Math.max(one, other) * 1_000L;
        World world = world(seed, shared);

        for (SimulatedAccount account : world.accounts()) {
            SortedMap<String, Purse> purses = world.pursesUntil(account.uid(), END);
            assertThat(purses.keySet()).contains(Wallet.FUNDING, Wallet.FUTURES, Wallet.MARGIN);
            Map<String, BigDecimal> moved = moved(world, account.uid(), from, to);
            purses.forEach((wallet, purse) -> purse.balance()
                    .assets()
                    .forEach(asset -> assertThat(purse.balance().stampedBefore(asset, to))
                            .as(wallet + " " + asset)
                            .isEqualByComparingTo(purse.balance()
                                    .stampedBefore(asset, from)
                                    .add(moved.getOrDefault(wallet + " " + asset, BigDecimal.ZERO)))));
        }
    }

    @Property(tries = 6)
    void neverHoldsOrOwesLessThanNothing_norMoreInterestThanAccrued(@ForAll long seed) {
        World world = world(seed, true);

        for (SimulatedAccount account : world.accounts()) {
            SortedMap<String, Purse> purses = world.pursesUntil(account.uid(), END);
            for (long at = START; at <= END; at += 1_800_000) {
                for (Purse purse : purses.values()) {
                    for (Book book : List.of(purse.balance(), purse.borrowed(), purse.interest())) {
                        assertThat(book.inEffect(at).values()).allMatch(amount -> amount.signum() > 0);
                    }
                }
                assertThat(world.holdings(account, at))
                        .allMatch(held -> held.free().signum() >= 0);
            }
        }
    }

    @Property(tries = 4)
    void tellsTheSameOfADay_howeverManyDaysFollow(@ForAll long seed) {
        World soon = world(seed, true);
        World late = world(seed, true);
        late.historyUntil(END + 5 * Agenda.DAY_MS);

        for (SimulatedAccount account : soon.accounts()) {
            String uid = account.uid();
            History sooner = soon.historyUntil(END);
            History later = late.historyUntil(END);
            assertThat(later.income().of(uid).between(0, END))
                    .isEqualTo(sooner.income().of(uid).between(0, END));
            assertThat(later.flows().of(uid).between(0, END))
                    .isEqualTo(sooner.flows().of(uid).between(0, END));
            assertThat(later.conversions().of(uid).between(0, END))
                    .isEqualTo(sooner.conversions().of(uid).between(0, END));
            assertThat(late.holdings(account, END)).isEqualTo(soon.holdings(account, END));
        }
    }

    /** What the rows of each wallet add up to. */
    private static Map<String, BigDecimal> moved(World world, String uid, long from, long to) {
        Map<String, BigDecimal> moved = new TreeMap<>();
        History history = world.historyUntil(END);
        history.income().of(uid).between(from, to - 1).forEach(row -> add(moved, "FUTURES", row.asset(), row.amount()));
        history.flows()
                .of(uid)
                .between(from, to - 1)
                .forEach(row -> add(
                        moved,
                        row.pair().isEmpty() ? "MARGIN" : "ISOLATED_MARGIN:" + row.pair(),
                        row.asset(),
                        row.amount()));
        history.ownTransfers().of(uid).between(from, to - 1).stream()
                .filter(OwnTransferRow::success)
                .forEach(row -> {
                    if (row.route().from().equals("FUNDING")) {
                        add(moved, "FUNDING", row.asset(), row.amount().negate());
                    }
                    if (row.route().to().equals("FUNDING")) {
                        add(moved, "FUNDING", row.asset(), row.amount());
                    }
                });
        history.deposits(uid).all().stream()
                .filter(row -> row.funding() && row.credits())
                .filter(row -> row.decidedAt() >= from && row.decidedAt() < to)
                .forEach(row -> add(moved, "FUNDING", row.coin(), row.amount()));
        return moved;
    }

    private static void add(Map<String, BigDecimal> moved, String wallet, String asset, BigDecimal amount) {
        moved.merge(wallet + " " + asset, amount, BigDecimal::add);
    }

    private static World world(long seed, boolean shared) {
        List<SimulatedAccount> accounts = List.of(
                new SimulatedAccount("1", "main@example.com", "k1", "s1", true),
                new SimulatedAccount("2", "sub1@example.com", "k2", "s2", false));
        Switches switches = new Switches(
                true,
                false,
                shared,
                Duration.ofMillis(400),
                Duration.ofMinutes(45),
                true,
                new WalletSwitches(shared, true, false, true, Duration.ofSeconds(20)),
                new FuturesSwitches(true, true, FuturesSwitches.Packing.PLAIN, false));
        SimulatorSettings settings =
                SimulatorSettings.of(seed, 2, FIRST_DAY).withActivities(EnumSet.allOf(Activity.class));
        return new World(settings, switches, accounts);
    }

    private static long midnight(LocalDate date) {
        return date.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }
}
