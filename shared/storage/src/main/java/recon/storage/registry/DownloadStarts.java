package recon.storage.registry;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import recon.storage.aws.AwsClients;
import recon.storage.aws.AwsSettings;
import recon.storage.item.Change;
import recon.storage.item.Item;
import recon.storage.item.Keys;
import recon.storage.item.Table;
import recon.storage.item.Values;
import recon.storage.schema.Schema;

/**
 * How many files of its history an account has asked for, and when the last was: the exchange allows a few in a month, and
 * two in one minute are close to a ban. What was counted stays counted, whatever came of it.
 */
public final class DownloadStarts {
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();

    private final Table table;

    public DownloadStarts(AwsClients clients, AwsSettings settings) {
        this.table = new Table(clients.dynamodb(), settings.table(Schema.REGISTRY));
    }

    /**
     * Counts one more of a month.
     *
     * @param most how many there may be
     * @return whether there may be one more; nothing is counted otherwise
     */
    public boolean ofMonth(String accountId, String kind, YearMonth month, int most) {
        return table.update(
                        Table.key(Keys.join(accountId, "downloads"), Keys.join(kind, month.toString())),
                        new Change(
                                "set #starts = if_not_exists(#starts, :none) + :one",
                                "attribute_not_exists(#starts) or #starts < :most",
                                Map.of(
                                        ":none", Values.number(0),
                                        ":one", Values.number(1),
                                        ":most", Values.number(most))))
                .isPresent();
    }

    /**
     * Takes a minute for itself.
     *
     * @param egress the address that requests come from, by which the exchange counts
     * @param at on the exchange's clock
     * @return whether nobody has taken it, or a later one
     */
    public boolean ofMinute(String egress, Instant at) {
        long minute = Math.floorDiv(at.toEpochMilli(), MINUTE);
        return table.put(
                Item.at("downloads", egress).number("minute", minute).build(),
                "attribute_not_exists(#pk) or #minute < :minute",
                Map.of(":minute", Values.number(minute)));
    }
}
