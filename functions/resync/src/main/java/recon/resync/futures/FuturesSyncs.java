package recon.resync.futures;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import recon.storage.event.Collected;
import recon.storage.event.CollectionCompleted;
import recon.storage.event.DomainEvent;
import recon.storage.event.EventBus;
import recon.storage.event.FuturesRequest;
import recon.storage.event.Routes;

/** Asks others for what a person wants: {@code collect} to read, or {@code aggregate} to fold. */
public final class FuturesSyncs {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS").withZone(ZoneOffset.UTC);

    private final SyncedAccounts known;
    private final Consumer<FuturesRequest> collect;
    private final EventBus bus;
    private final InstantSource clock;

    /**
     * @param known says of whom there is anything, where no account is named
     * @param collect is asked to read
     */
    public FuturesSyncs(SyncedAccounts known, Consumer<FuturesRequest> collect, EventBus bus, InstantSource clock) {
        this.known = requireNonNull(known, "known is null");
        this.collect = requireNonNull(collect, "collect is null");
        this.bus = requireNonNull(bus, "bus is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /**
     * Everything is read from the exchange, as far as it goes back, and the entries are built anew.
     *
     * @param accounts their uids; empty for all
     * @return the id of the collection
     */
    public String full(List<String> accounts) {
        String runId = FuturesRequest.FULL + MOMENT.format(clock.instant());
        collect.accept(new FuturesRequest(runId, accounts, List.of(), Optional.empty(), Optional.empty()));
        return runId;
    }

    /**
     * The entries are built anew of what the archive holds; nobody is asked for anything.
     *
     * @param accounts their uids; empty for all of which anything was archived
     * @return what the run is named after
     */
    public String fromTheArchive(List<String> accounts) {
        Instant now = clock.instant();
        List<String> folded = accounts.isEmpty() ? known.all() : accounts;
        if (folded.isEmpty()) {
            throw new IllegalArgumentException("the archive holds no futures of any account");
        }
        String runId = FuturesRequest.FULL + "archive-" + MOMENT.format(now);
        ObjectNode detail = JSON.createObjectNode()
                .put("runId", runId)
                .put("day", LocalDate.ofInstant(now, ZoneOffset.UTC).toString());
        ObjectNode attributes = detail.putObject("attributes").put(Collected.COLLECTS, Collected.FUTURES);
        folded.forEach(uid -> attributes.put(CollectionCompleted.ACCOUNT + uid, uid));
        detail.putObject("notDone").put("count", 0).putArray("tasks");
        bus.publish(List.of(new DomainEvent(
                Routes.AGGREGATION_REQUESTED + "#" + runId,
                Routes.AGGREGATION_REQUESTED,
                "recon.resync",
                now,
                detail.toString())));
        return runId;
    }

    /**
     * A window is read again from the exchange, and what it comes to is compared with the entries.
     *
     * @param accounts their uids; empty for all
     * @param symbols the contracts; empty for all
     * @param from the first UTC day of the rows
     * @param to the last, included; fills and orders are read up to now in any case
     * @return the id of the collection
     */
    public String window(List<String> accounts, List<String> symbols, LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a window of " + from + " to " + to + " has no day");
        }
        String runId = FuturesRequest.WINDOW + "manual-" + MOMENT.format(clock.instant());
        collect.accept(new FuturesRequest(runId, accounts, symbols, Optional.of(from), Optional.of(to)));
        return runId;
    }
}
