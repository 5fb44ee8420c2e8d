package recon.binance.fake;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import recon.binance.json.ExchangeJson;
import recon.binance.source.Cursor;
import recon.binance.source.Reach;
import recon.binance.source.Scope;
import recon.binance.source.Source;
import recon.binance.source.Sources;
import recon.binance.stptransfers.StpTransfers;
import recon.ledger.Account;

/** A body for every source of the other wallets, written by hand from the exchange's documentation. */
public final class WalletRows {
    private static final ObjectMapper JSON = ExchangeJson.mapper();

    /** The sources by name. */
    public static final Map<String, Source> SOURCES =
            Sources.wallets(JSON).stream().collect(Collectors.toMap(Source::name, Function.identity()));

    private WalletRows() {}

    /**
     * A body with one row that means something.
     *
     * @param needed the fields without which the row, or the body, is refused
     * @param time the field with a time in milliseconds, the empty text for none
     */
    public record Case(String source, Cursor cursor, String body, List<String> needed, String time) {
        /** What reads it. */
        public Source asked() {
            return requireNonNull(SOURCES.get(source), source);
        }

        @Override
        public String toString() {
            return source;
        }
    }

    private static Case row(String source, String body, String needed, String time) {
        return new Case(source, Cursor.START, body, List.of(needed.split(" ")), time);
    }

    /** One for each source. */
    public static Stream<Case> cases() {
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
                        "margin-snapshot",
                        "{'code':200,'snapshotVos':[{'type':'margin','updateTime':1767225600000,'data':{'userAssets':"
                                + "[{'asset':'BTC','borrowed':'0.5','free':'1.50','interest':'0.1','locked':'0.25'}]}}]}",
                        "code snapshotVos type updateTime data userAssets asset free locked",
                        "updateTime"),
                row(
                        "futures-snapshot",
                        "{'code':200,'snapshotVos':[{'type':'futures','updateTime':1767225600000,'data':{'assets':"
                                + "[{'asset':'USDT','marginBalance':'2.5','walletBalance':'1.50'}],'position':[]}}]}",
                        "code snapshotVos type updateTime data assets asset walletBalance",
                        "updateTime"),
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

    /** What it is asked for: by the main account where only that may ask. */
    public static Scope scope(Source source) {
        Account account = source.reach() == Reach.MAIN ? Samples.MAIN : Samples.SUB1;
        return Samples.knowing(
                Samples.scope(account, "2026-01-01T00:00:00Z", "2026-01-05T00:00:00Z"), List.of(), List.of("BTCUSDT"));
    }
}
