package recon.local.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import recon.local.SharedStack;
import recon.local.machine.Machine;
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
    private final List<Long> sentSoFar = new ArrayList<>();

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
                        public void ending(LongSupplier received) throws InterruptedException {
                            exchange.end(received);
                            sentSoFar.add(exchange.sent());
                        }

                        @Override
                        public void done(Machine machine, CaptureStatus status) {
                            machines.add(machine);
                            last.add(status);
                        }
                    });

            assertThat(sentSoFar.getFirst()).isGreaterThanOrEqualTo(RATE / 2);
            List<AccountStatus> accounts = last.getFirst().accounts();
            assertThat(accounts.stream().mapToLong(AccountStatus::received).sum())
                    .as("the world may have sent some more at the end")
                    .isBetween(sentSoFar.getFirst(), exchange.sent());
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
