package recon.storage.balance;

import java.time.Instant;
import java.util.List;
import recon.ledger.Wallet;
import recon.ledger.balance.AssetBalance;
import recon.ledger.balance.BalanceCapture;
import recon.storage.item.Digest;
import recon.storage.item.Item;
import recon.storage.item.Keys;
import recon.storage.item.RawRefs;

/** A capture as one header and one item per asset. */
final class CaptureItems {
    /** Enough of the hash of its raw row to tell apart two captures of one millisecond. */
    private static final int DIGITS = 16;

    private CaptureItems() {}

    static String headers(String accountId, Wallet wallet) {
        return Keys.join(accountId, wallet.name(), "captures");
    }

    /** Where the headers of captures begin that were received at that moment or later. */
    static String from(Instant received) {
        return Keys.moment(received);
    }

    static Item header(BalanceCapture capture) {
        return Item.at(headers(capture.accountId(), capture.wallet()), id(capture))
                .text("account_id", capture.accountId())
                .text("wallet", capture.wallet().name())
                .text("source", capture.source())
                .time("sent_at", capture.sentAt())
                .time("received_at", capture.receivedAt())
                .time("update_time", capture.updateTime())
                .text("fid", RawRefs.write(capture.raw()))
                .number("assets", capture.balances().size())
                .build();
    }

    static List<Item> assets(BalanceCapture capture) {
        String partition = assets(capture.accountId(), capture.wallet(), id(capture));
        return capture.balances().stream()
                .map(b -> Item.at(partition, b.asset())
                        .amount("free", b.free())
                        .amount("locked", b.locked())
                        .amount("raw_balance", b.total())
                        .build())
                .toList();
    }

    static String assets(Item header) {
        return assets(header.text("account_id"), new Wallet(header.text("wallet")), header.sort());
    }

    static BalanceCapture read(Item header, List<Item> assets) {
        return new BalanceCapture(
                header.text("account_id"),
                new Wallet(header.text("wallet")),
                header.text("source"),
                header.time("sent_at"),
                header.time("received_at"),
                header.maybeTime("update_time"),
                RawRefs.read(header.text("fid")),
                assets.stream()
                        .map(a -> new AssetBalance(a.sort(), a.amount("free"), a.amount("locked")))
                        .toList());
    }

    private static String assets(String accountId, Wallet wallet, String id) {
        return Keys.join(accountId, wallet.name(), "capture", id);
    }

    private static String id(BalanceCapture capture) {
        return from(capture.receivedAt()) + "-"
                + Digest.sha256(RawRefs.write(capture.raw())).substring(0, DIGITS);
    }
}
