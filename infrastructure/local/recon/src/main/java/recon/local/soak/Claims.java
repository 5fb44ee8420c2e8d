package recon.local.soak;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import recon.simulator.event.ExecutionReport;
import recon.simulator.stream.Delivery;
import recon.simulator.stream.StreamFault;
import recon.storage.watermark.Watermark;

/**
 * What the watermarks claim, held against what the exchange sent: each for its own connection, and all of them together
 * for what is missing.
 */
final class Claims {
    /**
     * With these the exchange does not send what it has, or sends it late, on a connection of which nothing can be seen:
     * what was due then lies in no gap.
     */
    private static final Set<StreamFault> UNSEEN = EnumSet.of(StreamFault.DROP, StreamFault.DELAY, StreamFault.REORDER);

    private static final String EVENT = "\"event\":";

    private final Site site;
    private final Findings findings;
    private final Map<String, List<Delivery>> byConnection = new HashMap<>();

    Claims(Site site, Findings findings) {
        this.site = site;
        this.findings = findings;
        for (Delivery each : site.exchange.streams().deliveries().all()) {
            String connection = site.connections.get(each.session());
            if (connection != null && each.event() instanceof ExecutionReport) {
                byConnection
                        .computeIfAbsent(connection + " " + each.uid(), _ -> new java.util.ArrayList<>())
                        .add(each);
            }
        }
    }

    void check(Map<ReportKey, ExecutionReport> emitted, Set<ReportKey> recorded) {
        Set<ReportKey> withheld = new HashSet<>();
        for (Watermark mark : site.marks.all()) {
            String connection = mark.task() + "/" + mark.connection();
            for (Delivery each : byConnection.getOrDefault(connection + " " + mark.account(), List.of())) {
                boolean unseen =
                        each.copies() == 0 && each.fault().map(UNSEEN::contains).orElse(false);
                boolean late = each.at().toEpochMilli() > each.event().eventTime();
                if ((unseen || late) && each.event() instanceof ExecutionReport report) {
                    withheld.add(ReportKey.of(each.uid(), report));
                }
                if (!unseen && covers(mark, each.at()) && !isQueued(connection, each)) {
                    findings.add("a watermark of " + connection + " claims what is not in the queue: " + each.uid()
                            + " at " + ours(each.at()) + " of " + mark.upTo() + ", " + each.copies() + " copies, "
                            + each.fault());
                }
            }
        }
        emitted.forEach((key, report) -> {
            Instant told = Instant.ofEpochMilli(report.eventTime());
            if (!recorded.contains(key)
                    && !withheld.contains(key)
                    && site.marks.of(key.account()).stream().anyMatch(mark -> covers(mark, told))) {
                findings.add("missing in no gap: " + key + " at " + ours(told));
            }
        });
    }

    private boolean covers(Watermark mark, Instant exchangeTime) {
        Instant at = ours(exchangeTime);
        return at.isAfter(mark.subscribedAt()) && !at.isAfter(mark.upTo());
    }

    private Instant ours(Instant exchangeTime) {
        return exchangeTime.minusMillis(site.skew);
    }

    private boolean isQueued(String connection, Delivery delivery) {
        String frame = delivery.frame();
        String body = frame.substring(frame.indexOf(EVENT) + EVENT.length(), frame.length() - 1);
        return delivery.copies() > 0 && site.record.took(new SoakQueue.Arrival(connection, body));
    }
}
