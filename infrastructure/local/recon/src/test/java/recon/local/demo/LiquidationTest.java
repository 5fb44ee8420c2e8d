package recon.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import recon.ledger.Wallet;
import recon.ledger.balance.DailyBalance;
import recon.ledger.balance.Debt;
import recon.ledger.booking.CapitalFlow;
import recon.ledger.entry.Booking;
import recon.ledger.entry.Column;
import recon.local.machine.Machine;
import recon.simulator.Activity;
import recon.simulator.SimulatedAccount;
import recon.simulator.Simulator;
import recon.storage.ledger.LedgerTable;

/** The exchange sells what an account holds to have its loan back, and says only how much it took. */
@Execution(ExecutionMode.CONCURRENT)
class LiquidationTest {
    private static final LocalDate DAY = DemoOptions.FIRST_DAY;
    private static final Instant BEGIN = DAY.atStartOfDay(ZoneOffset.UTC).toInstant();
    private static final Instant END = BEGIN.plus(Duration.ofDays(1));

    @TempDir
    private Path folder;

    /** In each of these worlds an account is liquidated on its first day, while it owes interest as well; not always enough. */
    @ParameterizedTest
    @CsvSource({"85, true, true", "95, false, true", "5, false, false"})
    void whatWasLoanAndWhatWasInterest_areTheExchanges(long seed, boolean interestFirst, boolean interestPaid)
            throws IOException {
        AtomicInteger liquidated = new AtomicInteger();
        DemoOptions options = new DemoOptions(1, 2, seed, Optional.empty(), folder, Integer.MAX_VALUE, 4, 8);
        TestDemo demo = new TestDemo(options.withWallets(true), World.settings(options))
                .besides(Activity.MARGIN)
                .visiting(new Demo.Visit() {
                    @Override
                    public void before(Simulator exchange, Machine machine) {
                        assertThat(exchange.switches().wallets().liquidationPaysInterestFirst())
                                .isEqualTo(interestFirst);
                    }

                    @Override
                    public void after(Simulator exchange, Machine machine) {
                        for (SimulatedAccount account : exchange.accounts()) {
                            liquidated.addAndGet(compare(account, exchange, machine));
                        }
                    }
                });

        assertThat(demo.run()).as(demo.printed()).isTrue();

        assertThat(liquidated.get() > 0)
                .as("a liquidation has paid back interest")
                .isEqualTo(interestPaid);
        assertThat(Reported.rows(folder, "variances.csv")).isEmpty();
    }

    /** Returns 1 where the day's liquidation has paid back interest. */
    private static int compare(SimulatedAccount account, Simulator exchange, Machine machine) {
        List<DailyBalance> closed =
                machine.balances().dailyOf(account.uid(), Wallet.MARGIN, DAY).orElse(List.of());
        assertThat(machine.registry().errors(account.uid()))
                .as("the order that was liquidated is what was booked of it")
                .noneMatch(error -> error.message().contains("force-liquidations"));
        assertThat(calculated(closed, DailyBalance::loan))
                .isEqualTo(plain(exchange.truth().borrowed(account.uid(), "MARGIN", END)));
        assertThat(calculated(closed, DailyBalance::interest))
                .isEqualTo(plain(exchange.truth().interest(account.uid(), "MARGIN", END)));

        List<Booking> booked = new LedgerTable(machine.clients(), machine.aws()).bookings(account.uid(), DAY);
        boolean any = booked.stream()
                .anyMatch(row -> row.externalId().startsWith(CapitalFlow.REPAID)
                        && row.source().equals(CapitalFlow.SOURCE));
        BigDecimal loans = sum(exchange.truth().borrowed(account.uid(), "MARGIN", BEGIN))
                .add(booked.stream()
                        .flatMap(booking -> booking.legs().stream())
                        .filter(leg -> leg.column() == Column.LOAN)
                        .map(leg -> leg.amount())
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
        boolean allLoan = loans.compareTo(sum(exchange.truth().borrowed(account.uid(), "MARGIN", END))) == 0;
        return any && !allLoan ? 1 : 0;
    }

    private static BigDecimal sum(SortedMap<String, BigDecimal> amounts) {
        return amounts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static SortedMap<String, BigDecimal> calculated(
            List<DailyBalance> closed, Function<DailyBalance, Debt> debt) {
        SortedMap<String, BigDecimal> owed = new TreeMap<>();
        closed.forEach(balance -> owed.put(balance.asset(), debt.apply(balance).calculated()));
        return plain(owed);
    }

    private static SortedMap<String, BigDecimal> plain(SortedMap<String, BigDecimal> amounts) {
        SortedMap<String, BigDecimal> plain = new TreeMap<>();
        amounts.forEach((asset, amount) -> plain.put(asset, amount.stripTrailingZeros()));
        plain.values().removeIf(amount -> amount.signum() == 0);
        return plain;
    }
}
