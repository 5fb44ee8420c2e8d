package recon.storage.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import recon.storage.aws.AwsClients;
import recon.storage.aws.AwsSettings;
import recon.storage.item.Batches;
import recon.storage.item.Item;
import recon.storage.item.Keys;
import recon.storage.item.Table;
import recon.storage.schema.Schema;

/**
 * In which symbols something happened, by account and UTC day, as execution reports and open orders tell: no endpoint of
 * the exchange lists it. Noting it again changes nothing, and what was noted lately is not written again.
 */
public final class ActiveSymbols {
    /** How much is remembered of what is written; beyond that it is written once more. */
    private static final int MOST_NOTED = 100_000;

    private static final String TRADE = "trade";
    private static final String ORDER = "order";

    private final Table table;
    private final Batches batches;
    private final Set<SymbolActivity> noted = new HashSet<>();

    public ActiveSymbols(AwsClients clients, AwsSettings settings) {
        this.table = new Table(clients.dynamodb(), settings.table(Schema.REGISTRY));
        this.batches = new Batches(table);
    }

    /** Keeps it; when it returns, all of it is stored. */
    public void note(Collection<SymbolActivity> activity) {
        List<SymbolActivity> fresh = unknown(activity);
        batches.put(fresh.stream()
                .map(each -> Item.at(partition(each.accountId(), each.day()), sort(each))
                        .build())
                .toList());
        remember(fresh);
    }

    /** Everything noted of an account's day. */
    public Set<SymbolActivity> on(String accountId, LocalDate day) {
        return table.query(partition(accountId, day)).stream()
                .map(Item::sort)
                .map(Keys::split)
                .map(parts -> new SymbolActivity(
                        accountId, parts.getFirst(), day, parts.get(1).equals(TRADE), Instant.parse(parts.get(2))))
                .collect(Collectors.toUnmodifiableSet());
    }

    private synchronized List<SymbolActivity> unknown(Collection<SymbolActivity> activity) {
        return activity.stream()
                .distinct()
                .filter(each -> !noted.contains(each))
                .toList();
    }

    private synchronized void remember(List<SymbolActivity> stored) {
        if (noted.size() + stored.size() > MOST_NOTED) {
            noted.clear();
        }
        noted.addAll(stored);
    }

    private static String sort(SymbolActivity each) {
        return Keys.join(
                each.symbol(), each.traded() ? TRADE : ORDER, each.settled().toString());
    }

    private static String partition(String accountId, LocalDate day) {
        return Keys.join(accountId, "activity", day.toString());
    }
}
