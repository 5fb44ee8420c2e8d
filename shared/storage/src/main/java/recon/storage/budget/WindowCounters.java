package recon.storage.budget;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import recon.storage.aws.AwsClients;
import recon.storage.aws.AwsSettings;
import recon.storage.item.Batches;
import recon.storage.item.Change;
import recon.storage.item.Item;
import recon.storage.item.Keys;
import recon.storage.item.Retry;
import recon.storage.item.Table;
import recon.storage.item.Values;
import recon.storage.item.Verdict;
import recon.storage.schema.Schema;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How much of each rate budget is used, shared by all workers. All times are on the exchange's clock. */
public final class WindowCounters {
    /** How long an item outlives its use, so that a late look still finds it. */
    private static final Duration KEPT = Duration.ofDays(2);

    private final Table table;
    private final Batches batches;

    public WindowCounters(AwsClients clients, AwsSettings settings) {
        this.table = new Table(clients.dynamodb(), settings.table(Schema.BUDGETS));
        this.batches = new Batches(table);
    }

    /**
     * Adds to all windows of all buckets or to none.
     *
     * @param entries by bucket key, which may have several windows; at most 100
     * @return empty if added; otherwise when the buckets that refused begin anew. If other workers keep getting in the
     *     way, all of them count as refusing: a budget is rather left unused than exceeded.
     */
    public Optional<Instant> tryAdd(List<Map.Entry<String, Addition>> entries) {
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        return entries.size() == 1 ? addOne(entries.getFirst()) : addAll(entries);
    }

    /** The exchange says that this much of the window is used; a counter is never lowered. */
    public void raise(String key, Instant windowStart, int atLeast) {
        table.update(
                window(key, windowStart),
                new Change(
                        "set #used = :used, #expires_at = if_not_exists(#expires_at, :expires)",
                        "attribute_not_exists(#used) or #used < :used",
                        Map.of(":used", Values.number(atLeast), ":expires", expiry(windowStart))));
    }

    /** Nothing of this key may be sent before that moment; a halt is never shortened. */
    public void halt(String key, Instant until) {
        table.update(
                halt(key),
                new Change(
                        "set #until = :until, #expires_at = :expires",
                        "attribute_not_exists(#until) or #until < :until",
                        Map.of(":until", Values.time(until), ":expires", expiry(until))));
    }

    /** Until when any of the keys is halted; empty if none is. */
    public Optional<Instant> halted(Collection<String> keys, Instant now) {
        return batches.get(keys.stream().map(WindowCounters::halt).toList()).stream()
                .map(i -> i.time("until"))
                .filter(now::isBefore)
                .max(Instant::compareTo);
    }

    private Optional<Instant> addOne(Map.Entry<String, Addition> entry) {
        Addition addition = entry.getValue();
        Optional<Item> added = table.update(window(entry.getKey(), addition.windowStart()), change(addition));
        return added.isPresent() ? Optional.empty() : Optional.of(addition.windowEnd());
    }

    private Optional<Instant> addAll(List<Map.Entry<String, Addition>> entries) {
        var writes = entries.stream()
                .map(e -> table.updating(window(e.getKey(), e.getValue().windowStart()), change(e.getValue())))
                .toList();
        Optional<Verdict> verdict =
                Retry.attempt(() -> Optional.of(table.transact(writes)).filter(v -> !(v instanceof Verdict.Collided)));
        return switch (verdict.orElseGet(Verdict.Collided::new)) {
            case Verdict.Written() -> Optional.empty();
            case Verdict.Refused(var positions) ->
                lastEnd(positions.stream().map(entries::get).toList());
            case Verdict.Collided() -> lastEnd(entries);
        };
    }

    private static Optional<Instant> lastEnd(List<Map.Entry<String, Addition>> entries) {
        return entries.stream().map(e -> e.getValue().windowEnd()).max(Instant::compareTo);
    }

    private static Change change(Addition addition) {
        return new Change(
                "add #used :amount set #expires_at = :expires",
                "attribute_not_exists(#used) or #used <= :room",
                Map.of(
                        ":amount", Values.number(addition.amount()),
                        ":room", Values.number(addition.ceiling() - addition.amount()),
                        ":expires", expiry(addition.windowEnd())));
    }

    private static AttributeValue expiry(Instant end) {
        return Values.number(end.plus(KEPT).getEpochSecond());
    }

    private static Map<String, AttributeValue> window(String key, Instant start) {
        return Map.of(Schema.PARTITION, Values.text(Keys.join("window", key, Keys.moment(start))));
    }

    private static Map<String, AttributeValue> halt(String key) {
        requireNonNull(key, "key is null");
        return Map.of(Schema.PARTITION, Values.text(Keys.join("halt", key)));
    }
}
