package recon.binance.exchangeinfo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import recon.binance.fake.Samples;
import recon.binance.json.ExchangeJson;
import recon.binance.request.Request;
import recon.binance.request.Security;
import recon.binance.source.Cursor;
import recon.binance.source.MalformedReply;
import recon.binance.source.Page;
import recon.binance.source.Scope;
import recon.ledger.row.Listed;
import recon.ledger.symbol.Symbol;
import recon.ledger.symbol.SymbolListing;

class ExchangeInfoTest {
    private static final String BODY = """
            {"timezone":"UTC","serverTime":1565246363776,
             "rateLimits":[{"rateLimitType":"REQUEST_WEIGHT","interval":"MINUTE","intervalNum":1,"limit":6000},
                           {"rateLimitType":"RAW_REQUESTS","interval":"MINUTE","intervalNum":5,"limit":300000}],
             "exchangeFilters":[],
             "symbols":[{"symbol":"ETHBTC","status":"TRADING","baseAsset":"ETH","baseAssetPrecision":8,
                         "quoteAsset":"BTC","isSpotTradingAllowed":true,"isMarginTradingAllowed":true,"filters":[{}]},
                        {"symbol":"币安人生USDT","status":"HIBERNATING","baseAsset":"币安人生","quoteAsset":"USDT",
                         "isSpotTradingAllowed":false}]}""";

    private final ExchangeInfo source = new ExchangeInfo(ExchangeJson.mapper());
    private final Scope scope = Samples.scope(Samples.MAIN, "2026-01-01T00:00:00Z", "2026-01-01T00:00:00Z");
    private final Request request = source.request(Cursor.START, scope);

    private Page read(String body) {
        return source.read(Samples.reply(request, body), "k", Cursor.START, scope);
    }

    @Test
    void itIsPublic_andLeavesThePermissionsOut() {
        assertThat(request.security()).isEqualTo(Security.NONE);
        assertThat(request.line()).isEqualTo("GET /api/v3/exchangeInfo?showPermissionSets=false");
    }

    @Test
    void symbolsAndLimitsAreListed_unknownStatesIncluded() {
        SymbolListing expected = new SymbolListing(
                Samples.RECEIVED,
                List.of(
                        new Symbol("ETHBTC", "ETH", "BTC", "TRADING", true, true),
                        new Symbol("币安人生USDT", "币安人生", "USDT", "HIBERNATING", false, false)),
                Map.of("REQUEST_WEIGHT:1MINUTE", 6_000, "RAW_REQUESTS:5MINUTE", 300_000));
        assertThat(read(BODY)).isEqualTo(new Page(List.of(new Listed(expected)), 2, Cursor.FINISHED));
    }

    @Test
    void symbolsWhoseOrdersAreRouted_areNamedWithTheirBaseAsset() {
        String routed = BODY.replaceFirst(
                "\"exchangeFilters\"",
                "\"sors\":[{\"baseAsset\":\"ETH\",\"symbols\":[\"ETHBTC\",\"ETHUSDT\"]}],\"exchangeFilters\"");

        assertThat(read(routed).observations())
                .singleElement()
                .satisfies(listed -> assertThat(((Listed) listed).listing().symbols())
                        .extracting(Symbol::sorAllowed)
                        .containsExactly(true, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"symbols", "rateLimits", "symbol", "status", "baseAsset", "quoteAsset", "limit", "interval"})
    void anAnswerWithoutOneOfItsFields_isRefused(String field) {
        assertThatThrownBy(() -> read(BODY.replace("\"" + field + "\"", "\"x\"")))
                .isInstanceOf(MalformedReply.class)
                .hasMessageContaining(field);
    }
}
