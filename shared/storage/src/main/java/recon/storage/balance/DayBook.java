package recon.storage.balance;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import recon.ledger.Wallet;
import recon.ledger.balance.DailyBalance;
import recon.storage.item.Batches;
import recon.storage.item.Item;
import recon.storage.item.Retry;
import recon.storage.item.Table;
import recon.storage.item.Values;

/**
 * Closed days, each wallet's as a whole: a new generation is built beside the old one, one conditional write makes it
 * the one that counts, and what is older goes. A writer that is cut leaves nothing that a reader sees.
 */
final class DayBook {
    private final Table table;
    private final Batches batches;

    DayBook(Table table) {
        this.table = requireNonNull(table, "table is null");
        this.batches = new Batches(table);
    }

    void replace(String accountId, Wallet wallet, LocalDate date, List<DailyBalance> rows) {
        Retry.until("closing " + date + " of " + accountId + " " + wallet, () -> once(accountId, wallet, date, rows));
    }

    /** The rows of all wallets. */
    List<DailyBalance> read(String accountId, LocalDate date) {
        return day(accountId, date).rows();
    }

    /** The rows of one wallet; empty if its day is not closed yet. */
    Optional<List<DailyBalance>> read(String accountId, Wallet wallet, LocalDate date) {
        Day day = day(accountId, date);
        return day.closed().contains(wallet.name())
                ? Optional.of(day.rows().stream()
                        .filter(row -> row.wallet().equals(wallet))
                        .toList())
                : Optional.empty();
    }

    /** What one query finds: the wallets that are closed, and their rows. */
    private record Day(Set<String> closed, List<DailyBalance> rows) {}

    private Day day(String accountId, LocalDate date) {
        return Retry.until("reading " + date + " of " + accountId, () -> whole(accountId, date));
    }

    private Optional<Boolean> once(String accountId, Wallet wallet, LocalDate date, List<DailyBalance> rows) {
        String partition = DailyItems.partition(accountId, date);
        Optional<Item> old = table.get(Table.key(partition, DailyItems.headerSort(wallet)));
        String content = DailyItems.content(rows);
        if (old.filter(h -> h.text("content").equals(content)).isPresent()) {
            sweep(partition, wallet, old.orElseThrow().text("generation"));
            return Optional.of(true);
        }
        long version = old.map(h -> h.number("version")).orElse(0L) + 1;
        String generation = DailyItems.generation(version, rows);
        batches.put(rows.stream().map(r -> DailyItems.row(generation, r)).toList());
        Item header = Item.at(partition, DailyItems.headerSort(wallet))
                .number("version", version)
                .text("generation", generation)
                .text("content", content)
                .text("wallet", wallet.name())
                .number("assets", rows.size())
                .build();
        boolean switched = old.isEmpty()
                ? table.put(header, "attribute_not_exists(#pk)", Map.of())
                : table.put(header, "#version = :old", Map.of(":old", Values.number(version - 1)));
        if (!switched) {
            return Optional.empty();
        }
        sweep(partition, wallet, generation);
        return Optional.of(true);
    }

    /** Generations before the one that counts, or beside it, can never count again; later ones are being built. */
    private void sweep(String partition, Wallet wallet, String generation) {
        String next = DailyItems.after(wallet, generation);
        batches.delete(table.query(partition).prefix(DailyItems.rowPrefix(wallet)).keys().stream()
                .filter(i -> i.sort().compareTo(next) < 0)
                .filter(i -> !i.sort().startsWith(DailyItems.rowPrefix(wallet, generation)))
                .map(Item::key)
                .toList());
    }

    /** Empty when a switch took place between two pages of the read: then the read has to be done again. */
    private Optional<Day> whole(String accountId, LocalDate date) {
        Map<Boolean, List<Item>> items = table.query(DailyItems.partition(accountId, date)).stream()
                .collect(Collectors.partitioningBy(i -> i.has("version")));
        Map<String, Item> counting =
                items.getOrDefault(true, List.of()).stream().collect(Collectors.toMap(h -> h.text("wallet"), h -> h));
        List<DailyBalance> rows = items.getOrDefault(false, List.of()).stream()
                .filter(r -> Optional.ofNullable(counting.get(r.text("wallet")))
                        .filter(h -> h.text("generation").equals(r.text("generation")))
                        .isPresent())
                .map(DailyItems::read)
                .toList();
        int promised =
                counting.values().stream().mapToInt(h -> h.count("assets")).sum();
        return rows.size() == promised ? Optional.of(new Day(counting.keySet(), rows)) : Optional.empty();
    }
}
