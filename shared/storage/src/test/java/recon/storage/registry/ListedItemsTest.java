package recon.storage.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import recon.ledger.symbol.Symbol;
import recon.storage.item.Item;

class ListedItemsTest {
    private static Symbol read(Item.Builder stored) {
        return ListedItems.SYMBOLS.read().apply("BTCUSDT", stored.build());
    }

    @Test
    void aSymbolComesBack_asItWasStored() {
        Symbol routed = new Symbol("BTCUSDT", "BTC", "USDT", "TRADING", true, false, true);

        assertThat(read(ListedItems.SYMBOLS.write().apply(routed))).isEqualTo(routed);
    }

    @Test
    void aSymbolStoredBeforeRoutingWasKnown_isNotRouted() {
        assertThat(read(Item.of()
                        .text("base_asset", "BTC")
                        .text("quote_asset", "USDT")
                        .text("status", "TRADING")
                        .flag("is_spot_trading_allowed", true)
                        .flag("is_margin_trading_allowed", true)))
                .isEqualTo(new Symbol("BTCUSDT", "BTC", "USDT", "TRADING", true, true, false));
    }
}
