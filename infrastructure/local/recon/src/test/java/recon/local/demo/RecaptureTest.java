package recon.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import recon.ledger.Wallet;
import recon.ledger.setting.LedgerSettings;
import recon.local.SharedStack;
import recon.local.clock.VirtualClock;
import recon.local.machine.Machine;
import recon.local.machine.MachineSettings;
import recon.local.machine.Mappers;
import recon.local.stack.LocalStack;
import recon.simulator.Simulator;
import recon.simulator.SimulatorSettings;
import recon.storage.archive.ArchiveIndex;
import recon.storage.aws.AwsClients;
import recon.storage.aws.AwsSettings;
import recon.storage.work.TaskState;

/** An account that moved while it was captured is captured again: a few times, a while apart, and no more. */
class RecaptureTest {
    private static final LocalDate DAY = DemoOptions.FIRST_DAY;
    private static final Instant MORNING = Instant.parse("2026-01-02T00:02:00Z");

    @TempDir
    private Path folder;

    /** Where a movement may show a month late, no account ever stands still: the first capture and five more. */
    @Test
    void captureIsRepeatedFiveTimes_whileTheAccountNeverStandsStill() {
        Duration effectDelay = Duration.ofDays(30);
        int captures = 6;
        String name = SharedStack.freshName();
        LocalStack stack = SharedStack.get();
        AwsSettings aws = AwsSettings.embedded(stack.dynamodb(), stack.sqs(), stack.s3(), name, name);
        SimulatorSettings world = SimulatorSettings.of(7, 1, DAY).withSymbols(1).withTradesPerDay(2);
        try (VirtualClock clock = VirtualClock.open(folder.resolve("clock"), MORNING);
                Simulator exchange = Simulator.start(world, clock, folder.resolve("exchange"));
                Machine machine =
                        new Machine(stack, settings(name, exchange, effectDelay), Mappers.standard(), clock, clock);
                AwsClients clients = AwsClients.create(aws)) {
            String uid = exchange.accounts().getFirst().uid();

            machine.driver().collect(DAY, 1, clock.instant());

            List<Long> received = new ArchiveIndex(clients, aws)
                    .keys("spot-account", uid, DAY.plusDays(1), Optional.empty(), 1_000).stream()
                            .map(key -> key.substring(key.lastIndexOf('/') + 1).split("-", -1)[0])
                            .map(Long::valueOf)
                            .sorted()
                            .toList();
            assertThat(received).hasSize(captures);
            assertThat(IntStream.range(1, captures).mapToLong(i -> received.get(i) - received.get(i - 1)))
                    .as("milliseconds apart")
                    .allMatch(apart -> apart >= 2_000);
            assertThat(machine.runs().tasks("collect-" + DAY).stream()
                            .filter(task -> task.name().equals("spot-account")))
                    .singleElement()
                    .satisfies(task -> {
                        assertThat(task.state()).isEqualTo(TaskState.DONE);
                        assertThat(task.totals()).containsEntry("requests", (long) captures);
                    });
            assertThat(machine.balances()
                            .firstCapture(uid, Wallet.SPOT, DAY)
                            .orElseThrow()
                            .receivedAt())
                    .as("the last one counts, the others are only archived")
                    .isEqualTo(Instant.ofEpochMilli(received.getLast()));
        }
    }

    private MachineSettings settings(String name, Simulator exchange, Duration effectDelay) {
        DemoOptions options = TestDemo.small(1, 1, 7, folder);
        MachineSettings usual = World.machine(options, name, recon.simulator.Limits.real(), exchange);
        LedgerSettings told = usual.settings();
        return new MachineSettings(
                usual.name(),
                usual.exchange(),
                usual.egress(),
                usual.accounts(),
                new LedgerSettings(told.withdrawalAmount(), told.withdrawalDebit(), told.transferIds(), effectDelay),
                usual.settlement(),
                usual.documented(),
                usual.pageLimit(),
                usual.roundDays(),
                false);
    }
}
