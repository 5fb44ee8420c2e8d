package recon.binance.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import recon.binance.fake.Samples;
import recon.binance.json.ExchangeJson;
import recon.binance.stptransfers.StpTransfers;
import recon.ledger.Account;
import recon.ledger.row.Observation;

/** What the exchange should not send, and does: every source of the other wallets against one table of bodies. */
class BadInputTest {
    private static final ObjectMapper JSON = ExchangeJson.mapper();
    private static final Map<String, Source> SOURCES =
            Sources.wallets(JSON).stream().collect(Collectors.toMap(Source::name, Function.identity()));
    private static final Pattern AMOUNT = Pattern.compile("\"(-?\\d+\\.\\d+)\"");

    /**
     * A body with one row that means something.
     *
     * @param needed the fields without which the row, or the body, is refused
     * @param time the field with a time in milliseconds, the empty text for none
     */
    record Case(String source, Cursor cursor, String body, List<String> needed, String time) {
        Source source(Map<String, Source> sources) {
            return sources.get(source);
        }

        @Override
        public String toString() {
            return source;
        }
    }

    private static Case row(String source, String body, String needed, String time) {
        return new Case(source, Cursor.START, body, List.of(needed.split(" ")), time);
    }

    static Stream<Case> cases() {
        return Stream.of(
                row(
                        "funding-account",
                        "[{'asset':'USDT','free':'1.50','locked':'0.25','freeze':'0.1'}]",
                        "asset free locked",
                        ""),
                row(
                        "own-transfers",
                        "{'total':1,'rows':[{'asset':'USDT','amount':'2.50','type':'MAIN_UMFUTURE','status':'CONFIRMED',"
                                + "'tranId':11415955596,'timestamp':1767225600000}]}",
                        "total rows asset amount type status tranId timestamp",
                        "timestamp"),
                row(
                        "convert",
                        "{'list':[{'quoteId':'q','orderId':940708407462087195,'orderStatus':'SUCCESS','fromAsset':'USDT',"
                                + "'fromAmount':'20.50','toAsset':'BNB','toAmount':'0.06154036','ratio':'0.00307702',"
                                + "'inverseRatio':'324.99','createTime':1767225600000}],'moreData':false}",
                        "list moreData orderId orderStatus fromAsset fromAmount toAsset toAmount createTime",
                        "createTime"),
                row(
                        "dust",
                        "{'total':1,'userAssetDribblets':[{'operateTime':1767225600000,'transId':45178372831,"
                                + "'userAssetDribbletDetails':[{'transId':4359321,'serviceChargeAmount':'0.000009',"
                                + "'amount':'0.0009','operateTime':1767225600000,'transferedAmount':'0.000441',"
                                + "'fromAsset':'USDT'}]}]}",
                        "userAssetDribblets userAssetDribbletDetails serviceChargeAmount amount transferedAmount fromAsset",
                        ""),
                row(
                        "dividends",
                        "{'rows':[{'id':242006910,'amount':'10.50','asset':'BHFT','divTime':1767225600000,"
                                + "'enInfo':'BHFT distribution','tranId':2968885920,'direction':1}],'total':1}",
                        "rows id amount asset divTime",
                        "divTime"),
                row(
                        "futures-account",
                        "{'totalWalletBalance':'1','assets':[{'asset':'USDT','walletBalance':'23.725','unrealizedProfit':'-1.5',"
                                + "'updateTime':1767225600000}],'positions':[{'symbol':'BTCUSDT','positionSide':'BOTH',"
                                + "'positionAmt':'-0.5','notional':'-20000.5','unrealizedProfit':'-1.5'}]}",
                        "assets positions asset walletBalance symbol positionSide positionAmt notional",
                        "updateTime"),
                row(
                        "futures-income",
                        "[{'symbol':'BTCUSDT','incomeType':'COMMISSION','income':'-0.0100','asset':'USDT','info':'COMMISSION',"
                                + "'time':1767225600000,'tranId':9689322392,'tradeId':'2059192'}]",
                        "incomeType income asset time tranId",
                        "time"),
                row(
                        "futures-info",
                        "{'rateLimits':[{'rateLimitType':'REQUEST_WEIGHT','interval':'MINUTE','intervalNum':1,'limit':2400}],"
                                + "'symbols':[{'symbol':'BTCUSDT','pair':'BTCUSDT','contractType':'PERPETUAL','baseAsset':'BTC',"
                                + "'quoteAsset':'USDT','marginAsset':'USDT','status':'TRADING'}]}",
                        "rateLimits symbols symbol baseAsset quoteAsset marginAsset status limit",
                        ""),
                row(
                        "margin-account",
                        "{'userAssets':[{'asset':'BTC','borrowed':'1.50','free':'0.00499500','interest':'0.25','locked':'0.5',"
                                + "'netAsset':'0.00499500'}]}",
                        "userAssets asset borrowed free interest locked",
                        ""),
                row(
                        "isolated-account",
                        "{'assets':[{'symbol':'BTCUSDT','baseAsset':{'asset':'BTC','borrowed':'1.50','free':'2.5',"
                                + "'interest':'0.25','locked':'0.5'},'quoteAsset':{'asset':'USDT','borrowed':'0.0','free':'7.5',"
                                + "'interest':'0.0','locked':'0.0'}}]}",
                        "assets symbol baseAsset quoteAsset borrowed free interest locked",
                        ""),
                new Case(
                        "margin-trades",
                        Cursor.START.with("symbol", "BTCUSDT"),
                        "[{'symbol':'BTCUSDT','id':34,'orderId':39324,'price':'0.02500','qty':'312.500','commission':'0.00006',"
                                + "'commissionAsset':'BTC','time':1767225600000,'isBuyer':false,'isMaker':true,"
                                + "'isIsolated':false,'isBestMatch':true}]",
                        List.of("symbol id orderId price qty commission commissionAsset time isBuyer isMaker"
                                .split(" ")),
                        "time"),
                row(
                        "borrow-repay",
                        "{'rows':[{'type':'AUTO','isolatedSymbol':'','amount':'14.00','asset':'BNB','interest':'0.01866667',"
                                + "'principal':'13.98133333','status':'CONFIRMED','timestamp':1767225600000,'txId':2970933056}],"
                                + "'total':1}",
                        "rows total amount asset interest principal status timestamp txId",
                        "timestamp"),
                row(
                        "margin-interest",
                        "{'rows':[{'txId':1352286576452864727,'interestAccuredTime':1767225600000,'asset':'USDT',"
                                + "'principal':'45.5','interest':'0.02414667','type':'SOMETHING_NEW'}],'total':1}",
                        "rows total txId interestAccuredTime asset interest",
                        "interestAccuredTime"),
                row(
                        "margin-transfers",
                        "{'rows':[{'amount':'0.10','asset':'BNB','status':'CONFIRMED','timestamp':1767225600000,"
                                + "'txId':5240372201,'type':'ROLL_IN','transFrom':'SPOT','transTo':'CROSS_MARGIN'}],'total':1}",
                        "rows total amount asset status timestamp txId type",
                        ""),
                row(
                        "capital-flow",
                        "[{'id':123456,'tranId':123123,'timestamp':1767225600000,'asset':'BTC','symbol':'','type':'BORROW',"
                                + "'amount':'1.50','note':''}]",
                        "id timestamp asset type amount",
                        "timestamp"),
                row(
                        "force-liquidations",
                        "{'rows':[{'avgPrice':'0.5','executedQty':'31.39','orderId':180015097,'price':'0.5','qty':'31.39',"
                                + "'side':'SELL','symbol':'BTCUSDT','timeInForce':'GTC','updatedTime':1767225600000}],'total':1}",
                        "rows total avgPrice executedQty orderId side symbol updatedTime",
                        "updatedTime"),
                row(
                        "sub-deposits",
                        "[{'id':'769800519366885376','amount':'0.50','coin':'BNB','network':'BNB','status':1,"
                                + "'insertTime':1767225600000,'walletType':0}]",
                        "id amount coin status insertTime",
                        "insertTime"),
                row(
                        "legacy-transfers",
                        "[{'from':'main@example.com','to':'sub1@example.com','asset':'BTC','qty':'1.50','status':'SUCCESS',"
                                + "'tranId':6489943656,'time':1767225600000}]",
                        "from to asset qty status tranId time",
                        "time"),
                row(
                        "sub-accounts",
                        "{'subAccounts':[{'subUserId':1,'email':'new@example.com','isFreeze':false}]}",
                        "subAccounts email",
                        ""),
                row(
                        "wallet-overview",
                        "[{'activate':true,'balance':'0.50','walletName':'Earn'}]",
                        "balance walletName",
                        ""),
                new Case(
                        "sor-allocations",
                        Cursor.START.with("symbol", "BTCUSDT"),
                        "[{'symbol':'BTCUSDT','allocationId':0,'allocationType':'SOR','orderId':1,'price':'1.5','qty':'5.50',"
                                + "'quoteQty':'8.25','commission':'0.005','commissionAsset':'BTC','time':1767225600000,"
                                + "'isBuyer':true,'isMaker':false,'isAllocator':false}]",
                        List.of(
                                "symbol allocationId orderId price qty quoteQty commission commissionAsset time isBuyer isMaker"
                                        .split(" ")),
                        "time"),
                new Case(
                        "stp-transfers",
                        StpTransfers.start("BTCUSDT", 5, true),
                        "[{'symbol':'BTCUSDT','preventedMatchId':1,'takerOrderId':5,'makerSymbol':'BTCUSDT','makerOrderId':3,"
                                + "'tradeGroupId':1,'selfTradePreventionMode':'TRANSFER','price':'1.10','makerPreventedQuantity':"
                                + "'1.30','transactTime':1767225600000}]",
                        List.of(
                                "preventedMatchId takerOrderId makerOrderId selfTradePreventionMode price makerPreventedQuantity transactTime"
                                        .split(" ")),
                        "transactTime"));
    }

    private static Scope scope(Source source) {
        Account account = source.reach() == Reach.MAIN ? Samples.MAIN : Samples.SUB1;
        return Samples.knowing(
                Samples.scope(account, "2026-01-01T00:00:00Z", "2026-01-05T00:00:00Z"), List.of(), List.of("BTCUSDT"));
    }

    private static List<Observation> read(Case given, String body) {
        Source source = given.source(SOURCES);
        Scope scope = scope(source);
        String json = body.replace('\'', '"');
        return source.read(Samples.reply(source.request(given.cursor(), scope), json), "k", given.cursor(), scope)
                .observations();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everySource_isInTheTableAndItsRowMeansSomething(Case given) {
        assertThat(read(given, given.body())).isNotEmpty();
        assertThat(cases().map(Case::source)).containsExactlyInAnyOrderElementsOf(SOURCES.keySet());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void rowWithoutOneOfItsFields_refusesThePageByName(Case given) {
        for (String field : given.needed()) {
            String broken = given.body().replaceFirst("'" + field + "'", "'x'");
            assertThatThrownBy(() -> read(given, broken))
                    .as(field)
                    .isInstanceOf(MalformedReply.class)
                    .hasMessageContaining(given.source())
                    .hasMessageContaining(field);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void timeInSeconds_refusesThePageByName(Case given) {
        if (!given.time().isEmpty()) {
            String seconds =
                    given.body().replace("'" + given.time() + "':1767225600000", "'" + given.time() + "':1767225600");
            assertThat(seconds).isNotEqualTo(given.body());
            assertThatThrownBy(() -> read(given, seconds))
                    .isInstanceOf(MalformedReply.class)
                    .hasMessageContaining(given.time())
                    .hasMessageContaining("milliseconds");
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void amountThatIsANumber_isReadToTheLastDigit(Case given) {
        String body = given.body().replace('\'', '"');
        String numbers = AMOUNT.matcher(body).replaceAll("$1");
        assertThat(read(given, numbers)).isEqualTo(read(given, body));
    }

    /** 1.50 is 15E-1: the same amount, and the same digits in every file. */
    @ParameterizedTest
    @MethodSource("cases")
    void amountWithAnExponent_isTheSameAmount(Case given) {
        String body = given.body().replace('\'', '"');
        String exponents = AMOUNT.matcher(body).replaceAll(found -> "\"" + exponent(found.group(1)) + "\"");
        assertThat(plain(read(given, exponents))).isEqualTo(plain(read(given, body)));
    }

    private static String exponent(String amount) {
        BigDecimal value = new BigDecimal(amount);
        return value.unscaledValue() + "E-" + value.scale();
    }

    /** Every decimal without exponent and trailing zeros, as the files show it. */
    private static String plain(List<Observation> observations) {
        Matcher numbers = Pattern.compile("(?<![\\w.])-?\\d+(\\.\\d+)?(E-?\\d+)?(?![\\w.:])")
                .matcher(observations.toString());
        return numbers.replaceAll(
                found -> new BigDecimal(found.group()).stripTrailingZeros().toPlainString());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void fieldThatNobodyKnows_changesNothing(Case given) {
        String more = given.body().replaceFirst("\\{'", "{'somethingNew':{'deep':[1,2]},'");
        assertThat(read(given, more)).isEqualTo(read(given, given.body()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void bodyThatIsNoAnswer_isRefused(Case given) {
        for (String body : List.of("null", "'x'", "7", "[null]", "[[]]", "{}", "[] []")) {
            assertThatThrownBy(() -> read(given, body))
                    .as(body)
                    .isInstanceOf(MalformedReply.class)
                    .hasMessageContaining(given.source());
        }
    }

    /** Weights and buckets of the facts sheet, and half of each limit. */
    @ParameterizedTest
    @CsvSource({
        "funding-account,1,6000,sapi:/sapi/v1/asset/get-funding-asset:ip:egress-a",
        "own-transfers,1,6000,sapi:/sapi/v1/asset/transfer:ip:egress-a",
        "convert,3000,90000,sapi:/sapi/v1/convert/tradeFlow:uid:1002",
        "dust,1,6000,sapi:/sapi/v1/asset/dribblet:ip:egress-a",
        "dividends,10,6000,sapi:/sapi/v1/asset/assetDividend:ip:egress-a",
        "futures-account,5,1200,fapi:ip:egress-a",
        "futures-income,30,1200,fapi:ip:egress-a",
        "futures-info,1,1200,fapi:ip:egress-a",
        "margin-account,10,6000,sapi:/sapi/v1/margin/account:ip:egress-a",
        "isolated-account,10,6000,sapi:/sapi/v1/margin/isolated/account:ip:egress-a",
        "margin-trades,10,6000,sapi:/sapi/v1/margin/myTrades:ip:egress-a",
        "borrow-repay,10,6000,sapi:/sapi/v1/margin/borrow-repay:ip:egress-a",
        "margin-interest,1,6000,sapi:/sapi/v1/margin/interestHistory:ip:egress-a",
        "margin-transfers,1,6000,sapi:/sapi/v1/margin/transfer:ip:egress-a",
        "capital-flow,100,6000,sapi:/sapi/v1/margin/capital-flow:ip:egress-a",
        "force-liquidations,1,6000,sapi:/sapi/v1/margin/forceLiquidationRec:ip:egress-a",
        "sub-deposits,1,6000,sapi:/sapi/v1/capital/deposit/subHisrec:ip:egress-a",
        "legacy-transfers,1,6000,sapi:/sapi/v1/sub-account/sub/transfer/history:ip:egress-a",
        "sub-accounts,1,6000,sapi:/sapi/v1/sub-account/list:ip:egress-a",
        "wallet-overview,60,6000,sapi:/sapi/v1/asset/wallet/balance:ip:egress-a",
        "sor-allocations,20,3000,api:ip:egress-a",
        "stp-transfers,20,3000,api:ip:egress-a"
    })
    void requestCosts_whatTheExchangeSays(String source, int weight, int limit, String bucket) {
        Case given =
                cases().filter(one -> one.source().equals(source)).findFirst().orElseThrow();
        Source asked = given.source(SOURCES);
        assertThat(asked.request(given.cursor(), scope(asked)).charges())
                .singleElement()
                .satisfies(charge -> {
                    assertThat(charge.weight()).isEqualTo(weight);
                    assertThat(charge.bucket().limit()).isEqualTo(limit);
                    assertThat(charge.bucket().key()).isEqualTo(bucket);
                });
    }
}
