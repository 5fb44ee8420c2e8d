package recon.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import recon.ledger.booking.StpTransfer;
import recon.local.machine.Machine;
import recon.simulator.Activity;
import recon.simulator.SimulatedAccount;
import recon.simulator.Simulator;
import recon.storage.archive.ArchiveIndex;
import recon.storage.ledger.LedgerTable;

/** What self-trade prevention moves between the accounts of a trade group. Of three accounts the last stays outside. */
@Execution(ExecutionMode.CONCURRENT)
class TradeGroupTest {
    @TempDir
    private Path folder;

    /** What the exchange did and what the books have of it, by account and in their order. */
    private static final class Seen implements Demo.Visit {
        private final Map<String, Integer> moved = new HashMap<>();
        private final Map<String, Integer> booked = new HashMap<>();
        private final Set<String> asked = new HashSet<>();
        private List<String> uids = List.of();

        @Override
        public void before(Simulator exchange, Machine machine) {}

        @Override
        public void after(Simulator exchange, Machine machine) {
            uids = exchange.accounts().stream().map(SimulatedAccount::uid).toList();
            LedgerTable ledger = new LedgerTable(machine.clients(), machine.aws());
            var from = DemoOptions.FIRST_DAY.atStartOfDay(ZoneOffset.UTC).toInstant();
            var to = DemoOptions.FIRST_DAY
                    .plusDays(1)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant();
            for (String uid : uids) {
                moved.put(uid, exchange.truth().rows(StpTransfer.SOURCE, uid, from, to));
                booked.put(
                        uid,
                        Math.toIntExact(ledger.bookings(uid, from, to).stream()
                                .filter(booking -> booking.source().equals(StpTransfer.SOURCE))
                                .count()));
            }
            Rows.assertKept(StpTransfer.SOURCE, exchange, machine);
            asked.addAll(new ArchiveIndex(machine.clients(), machine.aws()).accounts("stp-orders"));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatMovedWithoutATradeIsBooked_withAndWithoutAStream(boolean stream) {
        Seen seen = new Seen();
        TestDemo demo = TestDemo.of(TestDemo.small(1, 3, 7, folder).withStream(stream))
                .besides(Activity.PREVENTED_MATCHES)
                .visiting(seen);

        assertThat(demo.run()).as(demo.printed()).isTrue();

        assertThat(seen.moved.get(seen.uids.getFirst())).isPositive();
        assertThat(seen.booked).isEqualTo(seen.moved);
        assertThat(seen.asked)
                .as("nobody asks for the account outside")
                .containsExactlyInAnyOrderElementsOf(seen.uids.subList(0, 2));
    }
}
