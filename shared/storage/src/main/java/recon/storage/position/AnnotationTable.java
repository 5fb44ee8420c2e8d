package recon.storage.position;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import recon.ledger.position.entry.AnnotationKey;
import recon.ledger.position.entry.Annotations;
import recon.storage.aws.AwsClients;
import recon.storage.aws.AwsSettings;
import recon.storage.item.Item;
import recon.storage.item.Table;
import recon.storage.item.Values;
import recon.storage.schema.Schema;

/** What was written about trades. No sync touches it. */
public final class AnnotationTable {
    private final Table table;

    public AnnotationTable(AwsClients clients, AwsSettings settings) {
        this.table = new Table(requireNonNull(clients, "clients is null").dynamodb(), settings.table(Schema.POSITIONS));
    }

    /** All of an account. */
    public Map<AnnotationKey, Annotations> all(String accountId) {
        return table.query(AnnotationItems.partition(accountId)).stream()
                .collect(Collectors.toUnmodifiableMap(AnnotationItems::key, AnnotationItems::read));
    }

    /** What is written about a trade. */
    public Optional<Annotated> get(AnnotationKey key) {
        return table.get(AnnotationItems.at(key)).map(AnnotationTable::read);
    }

    private static Annotated read(Item item) {
        return new Annotated(
                AnnotationItems.key(item),
                AnnotationItems.read(item),
                item.time("annotated_at"),
                item.number("version"));
    }

    /** Keeps what follows the version that is there; false if somebody else wrote meanwhile. */
    boolean put(Annotated next) {
        return table.put(
                item(next),
                "attribute_not_exists(#pk) or #version = :before",
                Map.of(":before", Values.number(next.version() - 1)));
    }

    /** Keeps what the archive has, unless the same or something later is there. */
    boolean restore(Annotated archived) {
        return table.put(
                item(archived),
                "attribute_not_exists(#pk) or #version < :version",
                Map.of(":version", Values.number(archived.version())));
    }

    private static Item item(Annotated one) {
        return AnnotationItems.write(one.key(), one.annotations(), one.at(), one.version());
    }
}
