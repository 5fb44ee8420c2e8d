package recon.storage.watermark;

import java.util.Collection;
import java.util.List;
import recon.storage.aws.AwsClients;
import recon.storage.aws.AwsSettings;
import recon.storage.item.Batches;
import recon.storage.item.Item;
import recon.storage.item.Keys;
import recon.storage.item.Table;
import recon.storage.schema.Schema;

/** The watermarks of all accounts: {@code watermark#<account>}, {@code <task>#<connection>}. */
public final class Watermarks {
    private static final String KIND = "watermark";
    private static final String SUBSCRIBED_AT = "subscribed_at";
    private static final String UP_TO = "up_to";
    private static final String CLOSED_AT = "closed_at";
    private static final String REASON = "reason";

    private final Table table;
    private final Batches batches;

    public Watermarks(AwsClients clients, AwsSettings settings) {
        this.table = new Table(clients.dynamodb(), settings.table(Schema.STREAM));
        this.batches = new Batches(table);
    }

    /** Puts all of them; each replaces the earlier one of its account, task and connection. */
    public void put(Collection<Watermark> marks) {
        batches.put(marks.stream().map(Watermarks::item).toList());
    }

    /** All of an account, in the order of task and connection. */
    public List<Watermark> list(String account) {
        return table.query(Keys.join(KIND, account)).stream()
                .map(item -> mark(account, item))
                .toList();
    }

    private static Item item(Watermark mark) {
        return Item.at(Keys.join(KIND, mark.account()), Keys.join(mark.task(), mark.connection()))
                .time(SUBSCRIBED_AT, mark.subscribedAt())
                .time(UP_TO, mark.upTo())
                .time(CLOSED_AT, mark.closedAt())
                .text(REASON, mark.reason())
                .build();
    }

    private static Watermark mark(String account, Item item) {
        List<String> sort = Keys.split(item.sort());
        return new Watermark(
                account,
                sort.getFirst(),
                sort.getLast(),
                item.time(SUBSCRIBED_AT),
                item.time(UP_TO),
                item.maybeTime(CLOSED_AT),
                item.maybeText(REASON));
    }
}
