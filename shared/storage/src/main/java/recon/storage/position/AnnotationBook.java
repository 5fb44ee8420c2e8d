package recon.storage.position;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import recon.ledger.position.entry.AnnotationKey;
import recon.ledger.position.entry.Annotations;
import recon.storage.archive.Archive;
import recon.storage.archive.RawResponse;
import recon.storage.item.Retry;

/** Writes about trades: first into the archive, for nothing that the exchange sent could tell it again. */
public final class AnnotationBook {
    /** Under which source they are archived. */
    public static final String SOURCE = "annotations";

    private static final int CAME = 200;

    private final AnnotationTable table;
    private final Archive archive;
    private final InstantSource clock;

    /** @param clock stamps what is written */
    public AnnotationBook(AnnotationTable table, Archive archive, InstantSource clock) {
        this.table = requireNonNull(table, "table is null");
        this.archive = requireNonNull(archive, "archive is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /**
     * Writes about a trade, which may be one that is open still.
     *
     * @param writing what is written so far to what is written then
     * @return all that is written about it now
     */
    public Annotated write(AnnotationKey key, UnaryOperator<Annotations> writing) {
        return Retry.until("writing about a trade of account " + key.accountId(), () -> {
            Optional<Annotated> before = table.get(key);
            Annotated next = new Annotated(
                    key,
                    writing.apply(before.map(Annotated::annotations).orElse(Annotations.NONE)),
                    clock.instant().truncatedTo(ChronoUnit.MILLIS),
                    before.map(Annotated::version).orElse(0L) + 1);
            keep(next);
            return table.put(next) ? Optional.of(next) : Optional.empty();
        });
    }

    private void keep(Annotated next) {
        Instant at = next.at();
        archive.put(new RawResponse(
                SOURCE,
                next.key().accountId(),
                "ANNOTATE " + next.key().symbol() + " " + next.key().side() + " "
                        + next.key().firstFillId(),
                CAME,
                Map.of(),
                at,
                true,
                AnnotationLine.write(next).getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Writes again what the archive has at a key.
     *
     * @return whether it was missing
     */
    public boolean restore(String archiveKey) {
        return table.restore(
                AnnotationLine.read(archiveKey, archive.get(archiveKey).body()));
    }
}
