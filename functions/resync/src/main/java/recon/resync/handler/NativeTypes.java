package recon.resync.handler;

import io.quarkus.runtime.annotations.RegisterForReflection;
import recon.ledger.position.entry.AnnotationChange;
import recon.storage.batch.BatchAnswer;
import recon.storage.batch.QueuedMessage;

/** Every record that Jackson reads or writes in this function: a native image has to know them beforehand. */
@RegisterForReflection(
        targets = {
            ResyncEvent.class,
            ResyncEvent.Action.class,
            ResyncAnswer.class,
            ReplayStatus.class,
            ReplayStatus.NotDone.class,
            AnnotationChange.class,
            QueuedMessage.class,
            QueuedMessage.Attribute.class,
            BatchAnswer.ItemFailure.class
        },
        classNames = {
            "recon.binance.accountsnapshot.SnapshotBody",
            "recon.binance.accountsnapshot.SnapshotRow",
            "recon.binance.accountsnapshot.SnapshotRow$AssetRow",
            "recon.binance.accountsnapshot.SnapshotRow$DataRow",
            "recon.binance.borrowrepay.LoanBody",
            "recon.binance.borrowrepay.LoanRow",
            "recon.binance.capitalflow.FlowRow",
            "recon.binance.convert.ConvertBody",
            "recon.binance.convert.ConvertRow",
            "recon.binance.deposits.DepositRow",
            "recon.binance.dividends.DividendBody",
            "recon.binance.dividends.DividendRow",
            "recon.binance.dust.DetailRow",
            "recon.binance.dust.DribbletRow",
            "recon.binance.dust.DustBody",
            "recon.binance.exchangeinfo.InfoBody",
            "recon.binance.exchangeinfo.RateLimitRow",
            "recon.binance.exchangeinfo.SorRow",
            "recon.binance.exchangeinfo.SymbolRow",
            "recon.binance.forceliquidations.LiquidationBody",
            "recon.binance.forceliquidations.LiquidationRow",
            "recon.binance.fundingaccount.FundingRow",
            "recon.binance.futuresaccount.AssetRow",
            "recon.binance.futuresaccount.FuturesBody",
            "recon.binance.futuresaccount.PositionRow",
            "recon.binance.futuresincome.IncomeRow",
            "recon.binance.futuresinfo.ContractRow",
            "recon.binance.futuresinfo.FuturesInfoBody",
            "recon.binance.futuresinfo.LimitRow",
            "recon.binance.isolatedaccount.IsolatedBody",
            "recon.binance.isolatedaccount.PairRow",
            "recon.binance.isolatedaccount.SideRow",
            "recon.binance.klines.KlineRow",
            "recon.binance.legacytransfers.LegacyTransferRow",
            "recon.binance.marginaccount.MarginAssetRow",
            "recon.binance.marginaccount.MarginBody",
            "recon.binance.margininterest.InterestBody",
            "recon.binance.margininterest.InterestRow",
            "recon.binance.margintrades.MarginTradeRow",
            "recon.binance.margintransfers.MarginTransferBody",
            "recon.binance.margintransfers.MarginTransferRow",
            "recon.binance.owntransfers.OwnTransferBody",
            "recon.binance.owntransfers.OwnTransferRow",
            "recon.binance.sorallocations.AllocationRow",
            "recon.binance.spotaccount.AccountBody",
            "recon.binance.spotaccount.BalanceRow",
            "recon.binance.spotorders.AmendmentRow",
            "recon.binance.spotorders.OrderRow",
            "recon.binance.spottrades.TradeRow",
            "recon.binance.stptransfers.PreventedMatchRow",
            "recon.binance.subaccounts.SubAccountBody",
            "recon.binance.subaccounts.SubAccountRow",
            "recon.binance.subdeposits.SubDepositRow",
            "recon.binance.subtransfers.SubTransferRow",
            "recon.binance.universaltransfers.TransferBody",
            "recon.binance.universaltransfers.TransferRow",
            "recon.binance.walletoverview.WalletRow",
            "recon.binance.withdrawals.WithdrawalRow"
        })
public final class NativeTypes {
    private NativeTypes() {}
}
