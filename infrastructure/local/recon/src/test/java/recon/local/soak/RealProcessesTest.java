package recon.local.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import recon.simulator.draw.Draw;
import recon.simulator.stream.StreamFault;
import recon.simulator.stream.StreamHub;

/**
 * The fault suite with what is deployed: processes that are killed without warning, sockets, queues and tables. First one
 * task listens at every moment, and nothing may be missing. Then the queue is away and both tasks die, and what is
 * missing has to lie in a gap that the watermarks show. In the end all of it is healed.
 */
class RealProcessesTest {
    private static final List<StreamFault> ENDS = List.of(StreamFault.CUT, StreamFault.CLOSE);

    @TempDir
    private static Path folder;

    private static Path cache;

    /** A task that has done all of it once: those to come start quickly, as in the image. */
    @BeforeAll
    static void train() throws Exception {
        cache = folder.resolve("app.aot");
        try (RealSite site = new RealSite(0, folder, cache, List.of("training"))) {
            site.together();
            site.awaitReports(5);
            end(site);
        }
        assertThat(cache).isRegularFile();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    @Timeout(600)
    void everyPromiseIsKept_whoeverIsKilled(long seed) throws Exception {
        Draw draw = Draw.of(seed, "real processes");
        try (RealSite site = new RealSite(seed, folder, cache, List.of("t1", "t2"))) {
            boolean swapped = draw.chance(50);
            StreamProcess one = swapped ? site.tasks.getLast() : site.tasks.getFirst();
            StreamProcess other = swapped ? site.tasks.getFirst() : site.tasks.getLast();

            Instant listening = site.together();
            Instant safe = oneAtATime(site, draw, one);
            Instant killed = bothAndTheQueue(site, draw, one, other);
            end(site);

            Inquest inquest = new Inquest(site);
            assertThat(inquest.beforeHealing(listening, safe))
                    .as("seed %d", seed)
                    .isEmpty();
            assertThat(site.record.arrivals())
                    .as("seed %d: what was on disk when its task was killed is in the queue", seed)
                    .anyMatch(each -> each.receivedAt().isBefore(killed)
                            && each.queuedAt().isAfter(killed));
            assertThat(inquest.afterHealing()).as("seed %d, healed", seed).isEmpty();
        }
    }

    /** One thing after another: a recorder dies, a connection breaks, a task dies, the exchange announces its end. */
    private static Instant oneAtATime(RealSite site, Draw draw, StreamProcess one) throws Exception {
        StreamHub hub = site.exchange.streams();
        site.record.killWithin(Duration.ofMillis(draw.between(1, 50)));
        hub.fail(draw.pick(hub.sessions()), draw.pick(ENDS));
        site.together();
        one.kill();
        site.awaitReports(draw.between(1, 3));
        // The other one alone hears it, and replaces its connection.
        hub.shutDown(false);
        one.start();
        return site.together();
    }

    /** The queue is away until both have died, one after the other; connections break meanwhile. */
    private static Instant bothAndTheQueue(RealSite site, Draw draw, StreamProcess one, StreamProcess other)
            throws Exception {
        StreamHub hub = site.exchange.streams();
        site.relay.away(true);
        Waiting.until("reports go to disk", () -> one.hasSpooled() && other.hasSpooled());
        other.kill();
        if (draw.chance(50)) {
            hub.sessions().forEach(session -> hub.fail(session, draw.pick(ENDS)));
        }
        site.awaitReports(draw.between(1, 5));
        one.kill();
        Instant killed = Instant.now();
        site.awaitReports(draw.between(3, 10));
        site.relay.away(false);
        one.start();
        other.start();
        site.together();
        return killed;
    }

    private static void end(RealSite site) throws Exception {
        site.tasks.forEach(StreamProcess::end);
        for (StreamProcess task : site.tasks) {
            task.awaitEnd();
            assertThat(task.hasSpooled()).as(task.output()).isFalse();
        }
        Waiting.until("everything is recorded", site.record::isDone);
        site.record.end();
        assertThat(site.record.failures()).isEmpty();
        site.stopTime();
    }
}
