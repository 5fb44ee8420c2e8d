package recon.storage.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import recon.storage.testing.Installation;

class WorkQueueTest {
    private static final Duration NOT_AT_ALL = Duration.ZERO;
    private WorkQueue queue;

    @BeforeEach
    void install() {
        Installation installation = Installation.fresh();
        queue = WorkQueue.of(installation.clients(), installation.settings(), "collect");
    }

    @Test
    void messageIsInOneHandAtATime_untilItIsDeleted() {
        queue.send("{\"a\":\"ü\"}");
        assertThat(queue.counts()).isEqualTo(new WorkQueue.Counts(1, 0));

        List<Received> received = queue.receive(10, NOT_AT_ALL);

        assertThat(received).extracting(Received::body).containsExactly("{\"a\":\"ü\"}");
        assertThat(queue.receive(10, NOT_AT_ALL)).isEmpty();
        assertThat(queue.counts()).isEqualTo(new WorkQueue.Counts(0, 1));
        queue.delete(received);
        assertThat(queue.counts().total()).isZero();
    }

    @Test
    void allArrive_whenSentInBatches() {
        Set<String> sent = IntStream.range(0, 23).mapToObj(i -> "m" + i).collect(Collectors.toSet());

        queue.sendAll(List.copyOf(sent));

        Set<String> arrived = new HashSet<>();
        for (int i = 0; i < 10; i++) {
            queue.receive(10, NOT_AT_ALL).forEach(m -> arrived.add(m.body()));
        }
        assertThat(arrived).isEqualTo(sent);
    }
}
