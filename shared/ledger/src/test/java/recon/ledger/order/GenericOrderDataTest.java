package recon.ledger.order;

import static org.assertj.core.api.Assertions.assertThat;
import static recon.ledger.order.Happened.d;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GenericOrderDataTest {
    @Test
    void orderIsTold_withAssetsFeesAndRevision() {
        OrderState state = OrderState.of(List.of(
                        new Happened(1, "NEW", "NEW").with("3", "0", "0"),
                        new Happened(2, "TRADE", "PARTIALLY_FILLED").trade("3", "1", "10", "0.001", "ABC", "1", "10"),
                        new Happened(3, "TRADE", "FILLED").trade("3", "2", "5", "0.002", "ABC", "3", "20.0")))
                .orElseThrow();

        GenericOrderData told = GenericOrderData.binanceSpot(state, "ABC", "USDT");

        assertThat(told.exchange() + " " + told.market()).isEqualTo("binance spot");
        assertThat(told.account() + " " + told.symbol()).isEqualTo("7 ABCUSDT");
        assertThat(told.baseAsset() + " " + told.quoteAsset()).isEqualTo("ABC USDT");
        assertThat(told.status()).isEqualTo("FILLED");
        assertThat(told.closed()).isTrue();
        assertThat(told.executedQuantity()).isEqualTo(d("3"));
        assertThat(told.executedQuoteQuantity()).isEqualTo(d("20"));
        assertThat(told.averagePrice()).contains(d("6.666666666666666667"));
        assertThat(told.fees()).isEqualTo(Map.of("ABC", d("0.003")));
        assertThat(told.feesComplete()).isTrue();
        assertThat(told.revision()).isEqualTo(3);
        assertThat(told.lastTradeId()).contains(103L);
    }

    @Test
    void averagePriceIsAbsent_beforeTheFirstTrade() {
        OrderState state = OrderState.of(new Happened(1, "NEW", "NEW").with("3", "0.00", "0"));

        assertThat(GenericOrderData.binanceSpot(state, "ABC", "USDT").averagePrice())
                .isEmpty();
    }
}
