package recon.storage.balance;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import recon.ledger.Wallet;
import recon.ledger.balance.AssetBalance;
import recon.ledger.balance.BalanceCapture;
import recon.ledger.balance.CapturedPosition;
import recon.storage.item.Digest;
import recon.storage.item.Item;
import recon.storage.item.Keys;
import recon.storage.item.RawRefs;
import recon.storage.item.Values;

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

    static String wallets(String accountId) {
        return Keys.join(accountId, "wallets");
    }

    /** That the wallet exists, to be found without knowing its name. */
    static Item wallet(BalanceCapture capture) {
        return Item.at(wallets(capture.accountId()), capture.wallet().name()).build();
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
                .with(
                        "positions",
                        Values.items(capture.positions().stream()
                                .map(CaptureItems::position)
                                .toList()))
                .build();
    }

    private static Item position(CapturedPosition position) {
        return Item.of()
                .text("symbol", position.symbol())
                .text("side", position.side())
                .amount("amount", position.amount())
                .amount("notional", position.notional())
                .amount("unrealised_pnl", position.unrealisedPnl())
                .build();
    }

    static List<Item> assets(BalanceCapture capture) {
        String partition = assets(capture.accountId(), capture.wallet(), id(capture));
        return capture.balances().stream()
                .map(b -> Item.at(partition, b.asset())
                        .amount("free", b.free())
                        .amount("locked", b.locked())
                        .amount("raw_balance", b.total())
                        .amount("raw_loan", known(b.loan()))
                        .amount("raw_interest", known(b.interest()))
                        .amount("raw_unrealised_pnl", known(b.unrealisedPnl()))
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
                assets.stream().map(CaptureItems::balance).toList(),
                (header.has("positions") ? header.items("positions") : List.<Item>of())
                        .stream()
                                .map(p -> new CapturedPosition(
                                        p.text("symbol"),
                                        p.text("side"),
                                        p.amount("amount"),
                                        p.amount("notional"),
                                        p.amount("unrealised_pnl")))
                                .toList());
    }

    private static AssetBalance balance(Item item) {
        return new AssetBalance(
                item.sort(),
                item.amount("free"),
                item.amount("locked"),
                item.maybeAmount("raw_loan").orElse(BigDecimal.ZERO),
                item.maybeAmount("raw_interest").orElse(BigDecimal.ZERO),
                item.maybeAmount("raw_unrealised_pnl").orElse(BigDecimal.ZERO));
    }

    /** Most wallets owe nothing and have no positions: a zero is left out. */
    private static Optional<BigDecimal> known(BigDecimal amount) {
        return Optional.of(amount).filter(any -> any.signum() != 0);
    }

    private static String assets(String accountId, Wallet wallet, String id) {
        return Keys.join(accountId, wallet.name(), "capture", id);
    }

    private static String id(BalanceCapture capture) {
        return from(capture.receivedAt()) + "-"
                + Digest.sha256(RawRefs.write(capture.raw())).substring(0, DIGITS);
    }
}
