package recon.binance.spotorders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import recon.binance.fake.Samples;
import recon.binance.json.ExchangeJson;
import recon.binance.request.Request;
import recon.binance.source.Cursor;
import recon.binance.source.Page;
import recon.binance.source.Scope;
import recon.binance.source.UnknownSymbol;
import recon.ledger.RawRef;
import recon.ledger.row.Sighted;

class OpenOrdersTest {
    private final OpenOrders source = new OpenOrders(ExchangeJson.mapper());
    private final Scope scope = Samples.scope(Samples.SUB1, Instant.EPOCH, Instant.EPOCH, Integer.MAX_VALUE);

    private Page read(String body) {
        return source.read(
                Samples.reply(source.request(Cursor.START, scope), body), "archive-key", Cursor.START, scope);
    }

    @Test
    void allSymbolsAreAskedForAtOnce() {
        Request request = source.request(Cursor.START, scope);
        assertThat(request.line()).isEqualTo("GET /api/v3/openOrders");
        assertThat(request.charges().getFirst().weight()).isEqualTo(80);
    }

    @Test
    void rowsOfSeveralSymbols_areOnePage() {
        String open = SpotOrdersTest.ROW.replace("CANCELED", "NEW");
        Page page = read("[" + open + "," + open.replace("BTCUSDT", "币安人生USDT") + "]");
        assertThat(page.next()).isEqualTo(Cursor.FINISHED);
        assertThat(page.observations())
                .extracting(observation -> ((Sighted) observation).baseAsset())
                .containsExactly("BTC", "币安人生");
        assertThat(((Sighted) page.observations().get(1)).order().raw()).isEqualTo(new RawRef("archive-key", 1));
        assertThat(((Sighted) page.observations().get(1)).order().closed()).isFalse();
    }

    @Test
    void anOrderOfASymbolThatWasNeverListed_refusesThePage() {
        assertThatThrownBy(() -> read("[" + SpotOrdersTest.ROW.replace("BTCUSDT", "NEWUSDT") + "]"))
                .isInstanceOf(UnknownSymbol.class)
                .hasMessageContaining("NEWUSDT");
    }
}
