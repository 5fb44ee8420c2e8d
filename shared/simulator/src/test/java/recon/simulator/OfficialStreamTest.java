package recon.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import recon.simulator.judge.ClientsUnavailable;
import recon.simulator.judge.OfficialClients;
import recon.simulator.judge.Question;
import recon.simulator.judge.Verdict;
import recon.simulator.stream.StreamHub;
import recon.simulator.stream.StreamSession;

/** The exchange's own client listens to the simulated streams; what it hears must be what was sent. */
final class OfficialStreamTest {
    private static final int EVENTS = 8;

    @TempDir
    private Path folder;

    @Test
    void hearsTheEvents_underEachKindOfKey_andAfterALogon() throws Exception {
        Optional<OfficialClients> clients = clients();
        assumeTrue(clients.isPresent(), "see the warning above");
        try (Exchange exchange = Exchange.ordinary(folder.resolve("exchange"));
                ExecutorService driver = Executors.newSingleThreadExecutor()) {
            StreamHub hub = exchange.simulator.streams();
            URI streams = exchange.simulator.serveStreams();
            List<Question> questions = new ArrayList<>();
            for (SimulatedKey key : exchange.main().keys()) {
                questions.add(Question.of("stream", key, "userDataStreamSubscribeSignature", Map.of("events", EVENTS)));
            }
            SimulatedKey logon = exchange.main().key(KeyType.ED25519);
            questions.add(Question.of("stream", logon, "userDataStreamSubscribe", Map.of("events", EVENTS)));
            Future<List<Verdict>> asked =
                    driver.submit(() -> clients.get().ask(exchange.simulator.baseUri(), streams, folder, questions));
            while (!asked.isDone()) {
                pass(exchange, hub);
            }
            List<Verdict> verdicts = asked.get();
            for (int i = 0; i < verdicts.size(); i++) {
                JsonNode data = verdicts.get(i).data();
                long session = i + 1L;
                List<JsonNode> sent = hub.deliveries().all().stream()
                        .filter(delivery -> delivery.session() == session)
                        .map(delivery -> Exchange.parse(delivery.frame()).get("event"))
                        .toList();
                assertThat(data.at("/response/subscriptionId").asInt(-1)).isZero();
                List<JsonNode> heard = new ArrayList<>();
                data.get("events").forEach(heard::add);
                assertThat(heard).hasSize(EVENTS);
                // The client's user can only listen once the answer is there: what came in between it has missed.
                assertThat(sent).containsSequence(heard);
            }
        }
    }

    /**
     * Time passes while one client listens and nobody else is connected, and no faster than pings are answered; from
     * connecting to subscribing it stands still.
     */
    private static void pass(Exchange exchange, StreamHub hub) {
        List<StreamSession> sessions = hub.sessions();
        boolean listening =
                sessions.size() == 1 && !sessions.getFirst().subscriptions().isEmpty();
        if (listening && sessions.getFirst().unanswered() == 0) {
            hub.nextDue().ifPresent(exchange::jumpTo);
            hub.advance();
        } else {
            Thread.onSpinWait();
        }
    }

    private static Optional<OfficialClients> clients() throws Exception {
        try {
            return Optional.of(OfficialClients.installed());
        } catch (ClientsUnavailable e) {
            System.getLogger(OfficialStreamTest.class.getName()).log(System.Logger.Level.WARNING, e.getMessage());
            return Optional.empty();
        }
    }
}
