package recon.binance.isolatedaccount;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import recon.binance.fake.Samples;
import recon.binance.fundingaccount.FundingAccount;
import recon.binance.futuresaccount.FuturesAccount;
import recon.binance.json.ExchangeJson;
import recon.binance.marginaccount.MarginAccount;
import recon.binance.source.Cursor;
import recon.binance.source.Page;
import recon.binance.source.Scope;
import recon.binance.source.Source;
import recon.ledger.balance.AssetBalance;
import recon.ledger.balance.BalanceCapture;
import recon.ledger.balance.CapturedPosition;
import recon.ledger.row.Captured;

/** What the captures of the other wallets say. */
class CapturesTest {
    private static final BigDecimal ZERO = BigDecimal.ZERO;

    private final Scope scope = Samples.scope(Samples.SUB1, "2026-01-01T00:00:00Z", "2026-01-05T00:00:00Z");

    private static BigDecimal d(String text) {
        return new BigDecimal(text);
    }

    private List<BalanceCapture> captures(Source source, String body) {
        Page page = source.read(Samples.reply(source.request(Cursor.START, scope), body), "k", Cursor.START, scope);
        assertThat(page.next()).isEqualTo(Cursor.FINISHED);
        return page.observations().stream()
                .map(row -> ((Captured) row).capture())
                .toList();
    }

    @Test
    void fundingWallet_isReadByAPost() {
        FundingAccount source = new FundingAccount(ExchangeJson.mapper());
        assertThat(source.request(Cursor.START, scope).line()).isEqualTo("POST /sapi/v1/asset/get-funding-asset");
        assertThat(captures(source, "[{\"asset\":\"USDT\",\"free\":\"1\",\"locked\":\"0.5\"}]"))
                .singleElement()
                .satisfies(capture -> {
                    assertThat(capture.wallet().name()).isEqualTo("FUNDING");
                    assertThat(capture.updateTime()).isEmpty();
                    assertThat(capture.balances()).containsExactly(new AssetBalance("USDT", d("1"), d("0.5")));
                });
        assertThat(captures(source, "[]").getFirst().balances()).isEmpty();
    }

    @Test
    void crossMargin_ownsAndOwes() {
        assertThat(captures(
                        new MarginAccount(ExchangeJson.mapper()),
                        "{\"userAssets\":[{\"asset\":\"BTC\",\"borrowed\":\"2\",\"free\":\"3\",\"interest\":\"0.1\","
                                + "\"locked\":\"0.5\"}]}"))
                .singleElement()
                .satisfies(capture -> assertThat(capture.balances())
                        .containsExactly(new AssetBalance("BTC", d("3"), d("0.5"), d("2"), d("0.1"), ZERO)));
    }

    /** The capture of all pairs comes last: cut off before it, no pair looks empty. */
    @Test
    void eachPairIsAWallet_andTheLastSaysThatThereAreNoOthers() {
        String side = "{\"asset\":\"%s\",\"borrowed\":\"0\",\"free\":\"%s\",\"interest\":\"0\",\"locked\":\"0\"}";
        String body = "{\"assets\":[{\"symbol\":\"BTCUSDT\",\"baseAsset\":" + side.formatted("BTC", "1")
                + ",\"quoteAsset\":" + side.formatted("USDT", "2") + "}]}";
        List<BalanceCapture> captures = captures(new IsolatedAccount(ExchangeJson.mapper()), body);
        assertThat(captures.stream().map(capture -> capture.wallet().name()))
                .containsExactly("ISOLATED_MARGIN:BTCUSDT", "ISOLATED_MARGIN");
        assertThat(captures.getFirst().balances())
                .extracting(AssetBalance::asset)
                .containsExactly("BTC", "USDT");
        assertThat(captures.getLast().balances()).isEmpty();
    }

    @Test
    void futuresWallet_hasPositionsAndTheLastOfItsUpdateTimes() {
        String body = """
                {"assets":[
                  {"asset":"USDT","walletBalance":"23.7","unrealizedProfit":"-1.5","updateTime":1767225600000},
                  {"asset":"BNB","walletBalance":"0","unrealizedProfit":"0","updateTime":0}],
                 "positions":[
                  {"symbol":"BTCUSDT","positionSide":"SHORT","positionAmt":"-0.5","notional":"-20000","unrealizedProfit":"-1.5"},
                  {"symbol":"ETHUSDT","positionSide":"BOTH","positionAmt":"0","notional":"0","unrealizedProfit":"0"}]}""";
        assertThat(captures(new FuturesAccount(ExchangeJson.mapper()), body))
                .singleElement()
                .satisfies(capture -> {
                    assertThat(capture.updateTime()).isEqualTo(Optional.of(Instant.parse("2026-01-01T00:00:00Z")));
                    assertThat(capture.balances())
                            .contains(new AssetBalance("USDT", d("23.7"), ZERO, ZERO, ZERO, d("-1.5")));
                    assertThat(capture.positions())
                            .containsExactly(
                                    new CapturedPosition("BTCUSDT", "SHORT", d("-0.5"), d("-20000"), d("-1.5")));
                });
    }
}
