package recon.simulator.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import recon.simulator.Limits;

/** All paths that can be asked. */
final class Endpoints {
    private final Map<String, Endpoint> byPath;

    Endpoints(Keys keys, Limits limits, Downloads downloads) {
        this.byPath = List.of(
                        new ServerTime("/api/v3/time"),
                        new ServerTime("/fapi/v1/time"),
                        new FuturesExchangeInfo(limits),
                        new FuturesIncome(),
                        new FuturesBalance(),
                        new FuturesAccount(),
                        new PositionRisk(),
                        new PositionMode(),
                        new SymbolConfig(),
                        new LeverageBrackets(),
                        new FuturesTrades(),
                        new FuturesOrders(),
                        new FuturesOpenOrders(),
                        new AlgoOrders(),
                        new OpenAlgoOrders(),
                        new AlgoOrder(),
                        new ForceOrders(),
                        new FundingHistory(),
                        new ContractKlines(),
                        new DownloadStart(Download.Kind.INCOME, downloads),
                        new DownloadStart(Download.Kind.TRADE, downloads),
                        new DownloadStart(Download.Kind.ORDER, downloads),
                        new DownloadState(Download.Kind.INCOME, downloads),
                        new DownloadState(Download.Kind.TRADE, downloads),
                        new DownloadState(Download.Kind.ORDER, downloads),
                        new DownloadedFile(downloads),
                        new ExchangeInfo(limits),
                        new AccountInfo(),
                        new AccountSnapshot(),
                        new Klines(),
                        new MyTrades(),
                        new MyAllocations(),
                        new MyPreventedMatches(),
                        new AllOrders(),
                        new OpenOrders(),
                        new OrderAmendments(),
                        new DepositHistory(),
                        new WithdrawHistory(),
                        new UniversalTransfers(),
                        new SubUserTransfers(),
                        new SubAccounts(),
                        new SubDepositHistory(),
                        new LegacyTransfers(),
                        new WalletOverview(),
                        new MarginAccount(),
                        new IsolatedAccount(),
                        new BorrowRepay(),
                        new InterestHistory(),
                        new MarginTransfers(),
                        new CapitalFlow(),
                        new MarginTrades(),
                        new ForcedLiquidations(),
                        new OwnTransferHistory(),
                        new FundingAssets(),
                        new ConvertHistory(),
                        new Dribblet(),
                        new AssetDividends(),
                        new ApiRestrictions(keys))
                .stream()
                .collect(Collectors.toUnmodifiableMap(Endpoint::path, Function.identity()));
    }

    Optional<Endpoint> at(String path) {
        return Optional.ofNullable(byPath.get(path));
    }
}
