package recon.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import recon.simulator.FuturesSwitches;
import recon.simulator.SimulatedAccount;
import recon.simulator.SimulatorSettings;
import recon.simulator.Switches;
import recon.simulator.WalletSwitches;

/** What was written down of a world still stands in it, whatever worlds have learnt since. */
final class UnchangedWorldTest {
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 10);
    private static final long END =
            FIRST_DAY.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();

    /** Sums of what a build without orders' lives gave for this seed: nothing of it may change. */
    @Test
    void leavesRowsAndBalancesAsTheyWere_beforeOrdersHadALife() {
        World world = world(7, 0);
        long hash = 17;
        int count = 0;
        for (SimulatedAccount account : world.accounts()) {
            History history = world.historyUntil(END);
            for (Timeline<TradeRow> rows : history.trades(account.uid()).values()) {
                for (TradeRow row : rows.all()) {
                    hash = hash * 31 + row.hashCode();
                    count++;
                }
            }
            for (DepositRow row : history.deposits(account.uid()).all()) {
                // Written down before deposits said which wallet they go to.
                String then = row.toString().replace(", funding=false]", "]");
                hash = hash * 31 + then.hashCode();
            }
            for (TransferRow row : history.transfers(account.uid()).all()) {
                hash = hash * 31 + Then.of(row).hashCode();
            }
            hash = hash * 31 + world.holdings(account, END).hashCode();
        }

        assertThat(count + " " + hash).isEqualTo("850 -3156119298023848560");
    }

    /** A transfer as it was before it said which wallets it moves between. */
    private record Then(
            long tranId,
            long ownTranId,
            String from,
            String to,
            String asset,
            BigDecimal amount,
            long time,
            boolean success,
            Optional<String> clientTranId) {
        static Then of(TransferRow row) {
            return new Then(
                    row.tranId(),
                    row.ownTranId(),
                    row.from(),
                    row.to(),
                    row.asset(),
                    row.amount(),
                    row.time(),
                    row.success(),
                    row.clientTranId());
        }
    }

    private static World world(long seed, int delayMs) {
        List<SimulatedAccount> accounts = List.of(
                new SimulatedAccount("1", "main@example.com", "k1", "s1", true),
                new SimulatedAccount("2", "sub1@example.com", "k2", "s2", false),
                new SimulatedAccount("3", "sub2@example.com", "k3", "s3", false));
        Switches switches = new Switches(
                true,
                false,
                true,
                Duration.ofMillis(delayMs),
                Duration.ofMinutes(45),
                true,
                new WalletSwitches(true, true, false, true, Duration.ZERO),
                new FuturesSwitches(true, true, FuturesSwitches.Packing.PLAIN, false));
        return new World(SimulatorSettings.of(seed, accounts.size(), FIRST_DAY), switches, accounts);
    }
}
