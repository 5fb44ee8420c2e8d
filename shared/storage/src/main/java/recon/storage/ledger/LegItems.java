package recon.storage.ledger;

import java.util.Locale;
import recon.ledger.Wallet;
import recon.ledger.entry.DebtLeg;
import recon.ledger.entry.IncomeLeg;
import recon.ledger.entry.Leg;
import recon.ledger.entry.Measure;
import recon.ledger.entry.TradeLeg;
import recon.ledger.entry.TransferDetails;
import recon.ledger.entry.TransferLeg;
import recon.storage.item.Item;

/** A leg as a map inside its booking's item, under the plan's column names. */
final class LegItems {
    private static final String TRADE = "trade";

    private LegItems() {}

    static Item write(Leg leg) {
        Item.Builder item = Item.of()
                .text("txn_type", leg.txnType())
                .text("txn_subtype", leg.txnSubtype())
                .text("wallet", leg.wallet().name())
                .text("asset", leg.asset())
                .amount("amount", leg.amount());
        Item.Builder complete = switch (leg) {
            case TradeLeg trade -> item.text("symbol", trade.symbol()).amount("price", trade.price());
            case TransferLeg transfer -> details(item, transfer.details());
            case IncomeLeg income ->
                item.text("income_type", income.incomeType()).known("symbol", income.symbol());
            case DebtLeg debt -> item.text("measure", debt.measure().name());
        };
        return complete.build();
    }

    static Leg read(Item item) {
        String type = item.text("txn_type");
        Wallet wallet = new Wallet(item.text("wallet"));
        if (item.has("income_type")) {
            return new IncomeLeg(
                    item.text("income_type"), wallet, known(item, "symbol"), item.text("asset"), item.amount("amount"));
        }
        if (item.has("measure")) {
            return new DebtLeg(
                    Measure.valueOf(item.text("measure")),
                    item.text("txn_subtype"),
                    wallet,
                    item.text("asset"),
                    item.amount("amount"));
        }
        if (type.equals(TRADE)) {
            return new TradeLeg(
                    item.text("txn_subtype"),
                    wallet,
                    item.text("symbol"),
                    item.text("asset"),
                    item.amount("amount"),
                    item.maybeAmount("price"));
        }
        return new TransferLeg(
                TransferLeg.Type.valueOf(type.toUpperCase(Locale.ROOT)),
                item.text("txn_subtype"),
                wallet,
                item.text("asset"),
                item.amount("amount"),
                new TransferDetails(known(item, "counter_party"), known(item, "network"), known(item, "txn_hash")));
    }

    private static Item.Builder details(Item.Builder item, TransferDetails details) {
        return item.known("counter_party", details.counterParty())
                .known("network", details.network())
                .known("txn_hash", details.txnHash());
    }

    private static String known(Item item, String name) {
        return item.maybeText(name).orElse("");
    }
}
