package recon.local.soak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import recon.bridge.broker.Bridge;
import recon.simulator.draw.Draw;
import recon.storage.batch.QueuedMessage;
import recon.storage.memory.MemoryReports;

/** Workers of the function {@code bridge}: the real bridge to a broker that fails. */
final class BridgeWorker {
    private static final int MOST = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Site site;
    private final Draw draw;
    private final SoakBroker broker;
    private final Bridge bridge;
    private final Moods moods;
    private final List<String> findings = new ArrayList<>();

    BridgeWorker(Site site) {
        this.site = site;
        this.draw = site.draw("bridge worker");
        this.moods = new Moods(site.draw("broker mood"), site.conditions.oddPercent());
        this.broker = new SoakBroker(moods, site.draw("broker"));
        this.bridge = new Bridge(
                broker,
                new MemoryReports(),
                (message, reason) -> findings.add("the bridge gave a report up: " + reason));
    }

    /** One invocation; tells whether there was anything to do. */
    boolean invoke() {
        List<QueuedMessage> batch = site.bridge.receive(draw.between(1, MOST), site.time.millis());
        Set<String> again = bridge.forward(batch, PATIENCE);
        for (QueuedMessage message : batch) {
            if (!again.contains(message.messageId())) {
                if (!broker.confirmed(message.messageId())) {
                    findings.add("the bridge deleted message " + message.messageId() + " without a confirmation");
                }
                site.bridge.delete(message.messageId());
            }
        }
        return !batch.isEmpty();
    }

    Moods moods() {
        return moods;
    }

    SoakBroker broker() {
        return broker;
    }

    List<String> findings() {
        return List.copyOf(findings);
    }
}
