package recon.local.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import recon.local.SharedStack;
import recon.local.machine.Machine;
import recon.simulator.event.ExecutionReport;
import recon.simulator.stream.Delivery;
import recon.stream.capture.AccountStatus;
import recon.stream.capture.CaptureStatus;

/** The command's work in real time: a real socket, real queues, real threads. */
class LiveStreamTest {
    private static final int RATE = 100;
    /** Never reached: the test ends it. */
    private static final Duration LONG = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    private final StringWriter printed = new StringWriter();
    private final List<CaptureStatus> last = new ArrayList<>();

    @Test
    void everythingSentIsRecorded_whenItIsEnded() throws Exception {
        LiveStream stream = new LiveStream(Clock.systemUTC(), new LiveScreen(new PrintWriter(printed), true));
        try (SimulatedStream exchange = SimulatedStream.start(7, RATE, folder.resolve("exchange"))) {
            List<Machine> machines = new ArrayList<>();
            stream.run(
                    SharedStack.get(),
                    exchange.settings(SharedStack.freshName()),
                    exchange.uri(),
                    folder,
                    LONG,
                    new LiveStream.Occasions() {
                        @Override
                        public void listening() {
                            exchange.begin();
                            stream.end();
                        }

                        @Override
                        public void ending() throws InterruptedException {
                            exchange.end();
                        }

                        @Override
                        public void done(Machine machine, CaptureStatus status) {
                            machines.add(machine);
                            last.add(status);
                        }
                    });

            long sent = exchange.exchange().streams().deliveries().published()
                    + exchange.exchange().streams().deliveries().all().stream()
                            .filter(each -> each.event() instanceof ExecutionReport)
                            .mapToLong(Delivery::copies)
                            .sum();
            assertThat(sent).isGreaterThanOrEqualTo(RATE / 2);
            List<AccountStatus> accounts = last.getFirst().accounts();
            assertThat(accounts.stream().mapToLong(AccountStatus::received).sum())
                    .isEqualTo(sent);
            assertThat(accounts).allSatisfy(account -> {
                assertThat(account.queued()).isEqualTo(account.received());
                assertThat(account.held() + account.spooled() + account.recovered())
                        .isZero();
                assertThat(machines.getFirst().recorded().of(account.uid()).recorded())
                        .isEqualTo(account.received());
            });
        }
        assertThat(printed.toString()).contains("main@example.com", "closed", "duplicates 0", "in flight 0");
    }
}
