package recon.binance.source;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.Stream;
import recon.binance.accountsnapshot.AccountSnapshot;
import recon.binance.borrowrepay.BorrowRepay;
import recon.binance.capitalflow.CapitalFlows;
import recon.binance.convert.Converts;
import recon.binance.deposits.Deposits;
import recon.binance.dividends.Dividends;
import recon.binance.dust.Dribblets;
import recon.binance.exchangeinfo.ExchangeInfo;
import recon.binance.forceliquidations.ForceLiquidations;
import recon.binance.fundingaccount.FundingAccount;
import recon.binance.fundingrates.FundingRates;
import recon.binance.futuresaccount.FuturesAccount;
import recon.binance.futuresdownloads.DownloadRequests;
import recon.binance.futuresincome.FuturesIncomes;
import recon.binance.futuresinfo.FuturesInfo;
import recon.binance.futuresorders.FuturesAlgoOrders;
import recon.binance.futuresorders.FuturesForceOrders;
import recon.binance.futuresorders.FuturesOpenAlgoOrders;
import recon.binance.futuresorders.FuturesOpenOrders;
import recon.binance.futuresorders.FuturesOrders;
import recon.binance.futurespositions.FuturesPositions;
import recon.binance.futuressettings.FuturesBrackets;
import recon.binance.futuressettings.FuturesMode;
import recon.binance.futuressettings.FuturesSymbolConfig;
import recon.binance.futurestrades.FuturesTrades;
import recon.binance.isolatedaccount.IsolatedAccount;
import recon.binance.klines.Klines;
import recon.binance.klines.MinuteKlines;
import recon.binance.legacytransfers.LegacyTransfers;
import recon.binance.marginaccount.MarginAccount;
import recon.binance.margininterest.MarginInterests;
import recon.binance.margintrades.MarginTrades;
import recon.binance.margintransfers.MarginTransfers;
import recon.binance.owntransfers.OwnTransfers;
import recon.binance.rights.ApiRestrictions;
import recon.binance.sorallocations.SorAllocations;
import recon.binance.spotaccount.SpotAccount;
import recon.binance.spotorders.OpenOrders;
import recon.binance.spotorders.OrderAmendments;
import recon.binance.spotorders.SpotOrders;
import recon.binance.spotorders.StpOrders;
import recon.binance.spottrades.SpotTrades;
import recon.binance.stptransfers.StpTransfers;
import recon.binance.subaccounts.SubAccounts;
import recon.binance.subdeposits.SubDeposits;
import recon.binance.subtransfers.SubTransfers;
import recon.binance.universaltransfers.UniversalTransfers;
import recon.binance.walletoverview.WalletOverview;
import recon.binance.withdrawals.Withdrawals;

/** Everything that is collected: one line per source. */
public final class Sources {
    private Sources() {}

    /**
     * Those of the spot wallet, in no particular order.
     *
     * @param json as {@code ExchangeJson} makes it
     */
    public static List<Source> spot(ObjectMapper json) {
        return List.of(
                new ExchangeInfo(json),
                new ApiRestrictions(json),
                new SpotAccount(json),
                new SpotTrades(json),
                new OpenOrders(json),
                new SpotOrders(json),
                new OrderAmendments(json),
                new StpOrders(json),
                new Deposits(json),
                new Withdrawals(json),
                new UniversalTransfers(json),
                new SubTransfers(json),
                AccountSnapshot.spot(json),
                new Klines(json));
    }

    /**
     * All of them, in no particular order.
     *
     * @param json as {@code ExchangeJson} makes it
     */
    public static List<Source> all(ObjectMapper json) {
        return Stream.of(spot(json), wallets(json), futures(json))
                .flatMap(List::stream)
                .toList();
    }

    /**
     * Those of the other wallets, in no particular order.
     *
     * @param json as {@code ExchangeJson} makes it
     */
    public static List<Source> wallets(ObjectMapper json) {
        return List.of(
                new WalletOverview(json),
                new FundingAccount(json),
                new OwnTransfers(json),
                new Converts(json),
                new Dribblets(json),
                new Dividends(json),
                new FuturesInfo(json),
                new FuturesAccount(json),
                new FuturesIncomes(json),
                new MarginAccount(json),
                new IsolatedAccount(json),
                new MarginTrades(json),
                new BorrowRepay(json),
                new MarginInterests(json),
                new MarginTransfers(json),
                new CapitalFlows(json),
                new ForceLiquidations(json),
                new SubDeposits(json),
                new LegacyTransfers(json),
                new SubAccounts(json),
                new SorAllocations(json),
                new StpTransfers(json),
                AccountSnapshot.margin(json),
                AccountSnapshot.futures(json));
    }

    /**
     * Those that tell positions in futures contracts, beside the income: they book nothing.
     *
     * @param json as {@code ExchangeJson} makes it
     */
    public static List<Source> futures(ObjectMapper json) {
        return List.of(
                new FuturesPositions(json),
                new FuturesMode(json),
                new FuturesSymbolConfig(json),
                new FuturesBrackets(json),
                new FuturesOpenOrders(json),
                new FuturesOpenAlgoOrders(json),
                new FuturesForceOrders(json),
                new FuturesTrades(json),
                new FuturesOrders(json),
                new FuturesAlgoOrders(json),
                new FundingRates(json),
                new MinuteKlines(json),
                new DownloadRequests(json));
    }
}
