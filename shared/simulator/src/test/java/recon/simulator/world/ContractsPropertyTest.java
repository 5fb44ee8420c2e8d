package recon.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import recon.simulator.Activity;
import recon.simulator.FuturesSettings;
import recon.simulator.FuturesSwitches;
import recon.simulator.SimulatedAccount;
import recon.simulator.SimulatorSettings;
import recon.simulator.Switches;
import recon.simulator.WalletSwitches;
import recon.simulator.futures.ContractFill;
import recon.simulator.futures.IncomeRow;
import recon.simulator.futures.PositionFlag;
import recon.simulator.futures.PositionSide;
import recon.simulator.futures.PositionTruth;

/** What holds in the contracts of every world: fills, positions, income and the truth tell one tale. */
final class ContractsPropertyTest {
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 10);
    private static final long START = midnight(FIRST_DAY.minusDays(3));
    private static final long END = midnight(FIRST_DAY.plusDays(3));
    private static final long EIGHT_HOURS_MS = 8 * 3_600_000L;
    private static final int SIX_DAYS_S = 6 * 86_400;

    @Property(tries = 20)
    void tellsOneTale_atAnyInstant(
            @ForAll long seed, @ForAll @IntRange(max = SIX_DAYS_S) int second, @ForAll boolean net) {
        long at = QuietTimes.around(START + second * 1_000L);
        World world = world(seed, net, FuturesSettings.usual());

        for (SimulatedAccount account : world.accounts()) {
            String uid = account.uid();
            List<ContractFill> fills =
                    world.historyUntil(END).contracts().fills().of(uid).between(Long.MIN_VALUE, at - 1);
            List<PositionTruth> truth = truth(world, uid, at);

            assertThat(held(world.positionsUntil(END).open(uid, at - 1))).isEqualTo(summed(fills));
            assertThat(heldByTruth(truth)).isEqualTo(summed(fills));
            assertThat(told(truth))
                    .isEqualTo(earned(world.historyUntil(END).income().of(uid).between(Long.MIN_VALUE, at - 1)));
            assertThat(lives(truth)).containsExactlyInAnyOrderElementsOf(FoldedLives.of(fills));
            assertThat(truth)
                    .allMatch(life ->
                            life.side() == PositionSide.BOTH || life.bought() == (life.side() == PositionSide.LONG));
            assertThat(fills)
                    .as("near a funding nothing is done, but that a position is opened just after it")
                    .allMatch(fill -> Math.floorMod(fill.time() + 60_000, EIGHT_HOURS_MS) >= 120_000
                            || (Math.floorMod(fill.time(), EIGHT_HOURS_MS) < 60_000
                                    && truth.stream()
                                            .anyMatch(life -> life.opened().toEpochMilli() == fill.time()
                                                    && life.symbol().equals(fill.symbol())
                                                    && !life.flags().contains(PositionFlag.OPENED_BY_FLIP))));
            Set<String> opening = opening(fills);
            assertThat(world.historyUntil(END).contracts().orders().of(uid).all())
                    .noneMatch(order -> last(order).placement().reduceOnly()
                            && opening.contains(last(order).placement().symbol()
                                    + last(order).placement().orderId()));
        }
    }

    @Property(tries = 3)
    void movesNothingButPositions_whereTheyLeaveWithoutAFill(@ForAll long seed) {
        World world = world(seed, true, new FuturesSettings(18, true));
        List<PositionTruth> moved = new ArrayList<>();
        for (SimulatedAccount account : world.accounts()) {
            String uid = account.uid();
            List<PositionTruth> truth = truth(world, uid, END);
            truth.stream()
                    .filter(life -> life.flags().contains(PositionFlag.MOVED))
                    .forEach(moved::add);
            assertThat(heldByTruth(truth))
                    .isEqualTo(held(world.positionsUntil(END).open(uid, END - 1)));
            assertThat(told(truth))
                    .isEqualTo(earned(world.historyUntil(END).income().of(uid).between(Long.MIN_VALUE, END - 1)));
        }
        assertThat(moved).allMatch(life -> life.movedQuantity().signum() < 0);
    }

    @Example
    void doesEverythingThereIs_amongAFewSeeds() {
        Set<PositionFlag> flags = EnumSet.noneOf(PositionFlag.class);
        Set<String> forced = new TreeSet<>();
        Set<String> orders = new TreeSet<>();
        Set<String> algos = new TreeSet<>();
        Set<String> fees = new TreeSet<>();
        int days = 0;
        int count = 0;
        int crowded = 0;
        for (long seed = 0; seed < 24; seed++) {
            World world = world(seed, true, new FuturesSettings(18, true));
            for (SimulatedAccount account : world.accounts()) {
                String uid = account.uid();
                ContractHistory rows = world.historyUntil(END).contracts();
                truth(world, uid, END).forEach(life -> flags.addAll(life.flags()));
                rows.forced().of(uid).all().forEach(row -> forced.add(row.type()));
                rows.orders()
                        .of(uid)
                        .all()
                        .forEach(order -> orders.add(last(order).status() + " "
                                + last(order).placement().type()));
                rows.algos()
                        .of(uid)
                        .all()
                        .forEach(order -> algos.add(last(order).status() + " "
                                + last(order).placement().type()));
                List<ContractFill> fills = rows.fills().of(uid).all();
                fills.forEach(fill -> fees.add(fill.commission().signum() + " " + fill.commissionAsset()));
                crowded += fills.size()
                        - (int) fills.stream()
                                .map(ContractFill::time)
                                .distinct()
                                .count();
                count += fills.size();
                days += 7;
            }
        }

        assertThat(flags).containsExactlyInAnyOrder(PositionFlag.values());
        assertThat(forced).containsExactly("ADL", "LIQUIDATION");
        assertThat(orders)
                .containsExactly(
                        "CANCELED LIMIT",
                        "EXPIRED LIMIT",
                        "EXPIRED MARKET",
                        "FILLED LIMIT",
                        "FILLED MARKET",
                        "NEW LIMIT");
        assertThat(algos)
                .contains("EXPIRED STOP_MARKET", "FINISHED STOP", "FINISHED TAKE_PROFIT_MARKET", "NEW TAKE_PROFIT");
        assertThat(fees).containsExactly("-1 USDT", "0 USDT", "1 BNB", "1 USDT");
        assertThat(crowded).as("fills that share a millisecond").isGreaterThan(count / 10);
        assertThat(count / days).as("fills of an account and day").isBetween(15, 30);
    }

    private static <S> S last(Stages<S> stages) {
        return stages.at(Long.MAX_VALUE).orElseThrow();
    }

    private static List<PositionTruth> truth(World world, String uid, long at) {
        return world.historyUntil(END).contracts().stories(uid).stream()
                .flatMap(story -> story.told(at).stream())
                .toList();
    }

    private static SortedMap<String, BigDecimal> held(List<Position> open) {
        SortedMap<String, BigDecimal> held = new TreeMap<>();
        open.forEach(position -> add(held, position.symbol() + position.side(), position.amount()));
        return held;
    }

    private static SortedMap<String, BigDecimal> heldByTruth(List<PositionTruth> truth) {
        SortedMap<String, BigDecimal> held = new TreeMap<>();
        truth.forEach(life -> {
            assertThat(life.closed().isPresent())
                    .as(life.toString())
                    .isEqualTo(life.open().signum() == 0);
            add(
                    held,
                    life.symbol() + life.side(),
                    life.bought() ? life.open() : life.open().negate());
        });
        return held;
    }

    private static SortedMap<String, BigDecimal> summed(List<ContractFill> fills) {
        SortedMap<String, BigDecimal> held = new TreeMap<>();
        fills.forEach(fill -> add(held, fill.symbol() + fill.side(), signed(fill)));
        return held;
    }

    /** What the truth gives to the lives, by type and asset, as income has it. */
    private static SortedMap<String, BigDecimal> told(List<PositionTruth> truth) {
        SortedMap<String, BigDecimal> sums = new TreeMap<>();
        truth.forEach(life -> {
            add(sums, "REALIZED_PNL USDT", life.realizedPnl());
            add(sums, "FUNDING_FEE USDT", life.funding());
            add(sums, "INSURANCE_CLEAR USDT", life.insuranceClear());
            life.commission().forEach((asset, paid) -> add(sums, "COMMISSION " + asset, paid.negate()));
        });
        return sums;
    }

    private static SortedMap<String, BigDecimal> earned(List<IncomeRow> income) {
        Set<String> ofNoPosition = Set.of("TRANSFER", "WELCOME_BONUS", "REFERRAL_KICKBACK");
        SortedMap<String, BigDecimal> sums = new TreeMap<>();
        income.stream()
                .filter(row -> !ofNoPosition.contains(row.type()))
                .forEach(row -> add(sums, row.type() + " " + row.asset(), row.amount()));
        return sums;
    }

    static void add(SortedMap<String, BigDecimal> sums, String name, BigDecimal amount) {
        BigDecimal sum = sums.getOrDefault(name, BigDecimal.ZERO).add(amount).stripTrailingZeros();
        if (sum.signum() == 0) {
            sums.remove(name);
        } else {
            sums.put(name, sum);
        }
    }

    private static List<String> lives(List<PositionTruth> truth) {
        return truth.stream()
                .map(life -> String.join(
                        " ",
                        life.symbol(),
                        life.side().name(),
                        life.bought() ? "LONG" : "SHORT",
                        life.firstFill() + "-" + life.lastFill(),
                        plain(life.entryQuantity()),
                        plain(life.entryValue()),
                        plain(life.exitQuantity()),
                        plain(life.exitValue()),
                        paid(life).toString()))
                .toList();
    }

    private static SortedMap<String, BigDecimal> paid(PositionTruth life) {
        SortedMap<String, BigDecimal> paid = new TreeMap<>();
        life.commission().forEach((asset, amount) -> add(paid, asset, amount));
        return paid;
    }

    /** Orders by whose fills a position came to be or grew. */
    private static Set<String> opening(List<ContractFill> fills) {
        Set<String> opening = new TreeSet<>();
        SortedMap<String, BigDecimal> held = new TreeMap<>();
        for (ContractFill fill : fills) {
            String key = fill.symbol() + fill.side();
            BigDecimal before = held.getOrDefault(key, BigDecimal.ZERO);
            add(held, key, signed(fill));
            BigDecimal after = held.getOrDefault(key, BigDecimal.ZERO);
            boolean turned = before.signum() * after.signum() < 0;
            if (turned || after.abs().compareTo(before.abs()) > 0) {
                opening.add(fill.symbol() + fill.orderId());
            }
        }
        return opening;
    }

    static BigDecimal signed(ContractFill fill) {
        return fill.buyer() ? fill.qty() : fill.qty().negate();
    }

    static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }

    private static World world(long seed, boolean net, FuturesSettings futures) {
        List<SimulatedAccount> accounts = List.of(
                new SimulatedAccount("1", "main@example.com", "k1", "s1", true),
                new SimulatedAccount("2", "sub1@example.com", "k2", "s2", false));
        Switches switches = new Switches(
                true,
                false,
                true,
                Duration.ofMillis(400),
                Duration.ofMinutes(45),
                true,
                new WalletSwitches(true, true, false, true, Duration.ofSeconds(20)),
                new FuturesSwitches(net, true, FuturesSwitches.Packing.PLAIN, false));
        SimulatorSettings settings = SimulatorSettings.of(seed, 2, FIRST_DAY)
                .withTradesPerDay(10)
                .withActivities(EnumSet.of(Activity.FUTURES))
                .withFutures(futures);
        return new World(settings, switches, accounts);
    }

    private static long midnight(LocalDate date) {
        return date.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }
}
