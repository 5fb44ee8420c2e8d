package recon.simulator.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import recon.simulator.SimulatedAccount;
import recon.simulator.SimulatedTime;
import recon.simulator.Simulator;
import recon.simulator.SimulatorSettings;

/** The bounds of a session, reached by a short cut: the exchange has no more than 1,000 accounts. */
final class SubscriptionLimitsTest {
    @TempDir
    private Path folder;

    private final Frames frames = new Frames();
    private Simulator simulator;
    private StreamSession session;
    private SimulatedAccount main;

    private static final class Still implements SimulatedTime {
        @Override
        public Instant instant() {
            return Instant.parse("2026-03-10T10:00:00Z");
        }

        @Override
        public void pass(Duration elapsed) {}
    }

    @BeforeEach
    void open() {
        simulator = Simulator.start(SimulatorSettings.of(7, 2, LocalDate.of(2026, 3, 10)), new Still(), folder);
        session = simulator.streams().open(frames, "");
        main = simulator.accounts().getFirst();
        SimulatedAccount sub = simulator.accounts().getLast();
        session.logon(Optional.of(new StreamSession.Logon(sub.apiKey(), sub, 0)));
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void takesAThousandAtATime() {
        for (int i = 0; i < 999; i++) {
            session.subscribe(main, main.apiKey(), false);
        }
        assertThat(subscribe()).contains("\"subscriptionId\":999");
        session.terminate(session.active(999).orElseThrow(), 0);
        session.subscribe(main, main.apiKey(), false);
        assertThat(subscribe()).contains("-2042");
    }

    @Test
    void gives65535Numbers_andNoneTwice() {
        for (int i = 0; i < 65_534; i++) {
            session.terminate(session.subscribe(main, main.apiKey(), false), 0);
        }
        assertThat(subscribe()).contains("\"subscriptionId\":65534");
        session.terminate(session.active(65_534).orElseThrow(), 0);
        assertThat(subscribe()).contains("-2042");
    }

    private String subscribe() {
        frames.drain();
        session.receive("{\"id\":1,\"method\":\"userDataStream.subscribe\"}");
        return frames.drainTexts().getLast();
    }
}
