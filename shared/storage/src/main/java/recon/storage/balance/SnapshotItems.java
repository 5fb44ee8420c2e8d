package recon.storage.balance;

import java.time.LocalDate;
import recon.ledger.Wallet;
import recon.ledger.balance.AssetBalance;
import recon.ledger.balance.BalanceSnapshot;
import recon.storage.item.Item;
import recon.storage.item.Keys;
import recon.storage.item.RawRefs;
import recon.storage.item.Values;

/** The exchange's snapshot of a wallet and day as one item: some thousands of assets fit into it. */
final class SnapshotItems {
    private SnapshotItems() {}

    static String partition(String accountId, Wallet wallet) {
        return Keys.join(accountId, wallet.name(), "snapshots");
    }

    static String sort(LocalDate date) {
        return date.toString();
    }

    static Item write(BalanceSnapshot snapshot) {
        return Item.at(partition(snapshot.accountId(), snapshot.wallet()), sort(snapshot.date()))
                .text("account_id", snapshot.accountId())
                .text("wallet", snapshot.wallet().name())
                .text("source", snapshot.source())
                .time("update_time", snapshot.at())
                .text("fid", RawRefs.write(snapshot.raw()))
                .with(
                        "balances",
                        Values.items(snapshot.balances().stream()
                                .map(b -> Item.of()
                                        .text("asset", b.asset())
                                        .amount("free", b.free())
                                        .amount("locked", b.locked())
                                        .build())
                                .toList()))
                .build();
    }

    static BalanceSnapshot read(Item item) {
        return new BalanceSnapshot(
                item.text("account_id"),
                new Wallet(item.text("wallet")),
                item.time("update_time"),
                RawRefs.read(item.text("fid")),
                item.items("balances").stream()
                        .map(b -> new AssetBalance(b.text("asset"), b.amount("free"), b.amount("locked")))
                        .toList());
    }
}
