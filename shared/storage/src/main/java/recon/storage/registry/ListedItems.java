package recon.storage.registry;

import recon.ledger.symbol.Contract;
import recon.ledger.symbol.Symbol;
import recon.storage.item.Item;

/** The facts of what the exchange lists, under the plan's column names. */
final class ListedItems {
    static final Shards.Form<Symbol> SYMBOLS = new Shards.Form<>(Symbol::name, ListedItems::write, ListedItems::symbol);
    static final Shards.Form<Contract> CONTRACTS =
            new Shards.Form<>(Contract::name, ListedItems::write, ListedItems::contract);

    private ListedItems() {}

    private static Item.Builder write(Symbol symbol) {
        return Item.of()
                .text("base_asset", symbol.baseAsset())
                .text("quote_asset", symbol.quoteAsset())
                .text("status", symbol.status())
                .flag("is_spot_trading_allowed", symbol.spotTradingAllowed())
                .flag("is_margin_trading_allowed", symbol.marginTradingAllowed())
                .flag("is_sor_allowed", symbol.sorAllowed());
    }

    private static Symbol symbol(String name, Item item) {
        return new Symbol(
                name,
                item.text("base_asset"),
                item.text("quote_asset"),
                item.text("status"),
                item.flag("is_spot_trading_allowed"),
                item.flag("is_margin_trading_allowed"),
                item.has("is_sor_allowed") && item.flag("is_sor_allowed"));
    }

    private static Item.Builder write(Contract contract) {
        return Item.of()
                .text("pair", contract.pair())
                .text("contract_type", contract.contractType())
                .text("base_asset", contract.baseAsset())
                .text("quote_asset", contract.quoteAsset())
                .text("margin_asset", contract.marginAsset())
                .text("status", contract.status());
    }

    private static Contract contract(String name, Item item) {
        return new Contract(
                name,
                item.text("pair"),
                item.text("contract_type"),
                item.text("base_asset"),
                item.text("quote_asset"),
                item.text("margin_asset"),
                item.text("status"));
    }
}
