package recon.storage.position;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import recon.storage.aws.AwsClients;
import recon.storage.aws.AwsSettings;
import recon.storage.item.Batches;
import recon.storage.item.Item;
import recon.storage.item.Keys;
import recon.storage.item.Table;
import recon.storage.schema.Schema;

/** Which windows of an account were to be read again. Whoever has the account's fence changes it. */
public final class ResyncTable {
    private final Table table;

    public ResyncTable(AwsClients clients, AwsSettings settings) {
        this.table = new Table(requireNonNull(clients, "clients is null").dynamodb(), settings.table(Schema.POSITIONS));
    }

    /** Those of an account, by contract. */
    public Map<String, Resync> all(String accountId) {
        return table.query(partition(accountId)).stream()
                .map(ResyncTable::read)
                .collect(Collectors.toUnmodifiableMap(Resync::symbol, Function.identity()));
    }

    /** Keeps one in the place of what was known of its contract. */
    public void put(Resync resync) {
        table.put(Item.at(partition(resync.accountId()), resync.symbol())
                .text("account_id", resync.accountId())
                .text("difference", resync.difference())
                .number("attempt", resync.attempt())
                .text("run_id", resync.runId())
                .text("from_day", resync.from().toString())
                .text("to_day", resync.to().toString())
                .time("requested_at", resync.requestedAt())
                .time("given_up_at", resync.givenUpAt())
                .build());
    }

    /** What was in doubt agrees again. */
    public void settled(Resync resync) {
        new Batches(table).delete(List.of(Table.key(partition(resync.accountId()), resync.symbol())));
    }

    private static String partition(String accountId) {
        return Keys.join(accountId, "resyncs");
    }

    private static Resync read(Item item) {
        return new Resync(
                item.text("account_id"),
                item.sort(),
                item.text("difference"),
                item.number("attempt"),
                item.text("run_id"),
                LocalDate.parse(item.text("from_day")),
                LocalDate.parse(item.text("to_day")),
                item.time("requested_at"),
                item.maybeTime("given_up_at"));
    }
}
