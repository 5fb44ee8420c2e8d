package recon.resync.handler;

import io.quarkus.runtime.annotations.RegisterForReflection;
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
            QueuedMessage.class,
            QueuedMessage.Attribute.class,
            BatchAnswer.ItemFailure.class
        },
        classNames = {
            "recon.binance.deposits.DepositRow",
            "recon.binance.exchangeinfo.InfoBody",
            "recon.binance.exchangeinfo.RateLimitRow",
            "recon.binance.exchangeinfo.SymbolRow",
            "recon.binance.klines.KlineRow",
            "recon.binance.spotaccount.AccountBody",
            "recon.binance.spotaccount.BalanceRow",
            "recon.binance.spotorders.AmendmentRow",
            "recon.binance.spotorders.OrderRow",
            "recon.binance.spotsnapshot.SnapshotBody",
            "recon.binance.spotsnapshot.SnapshotRow",
            "recon.binance.spotsnapshot.SnapshotRow$AssetRow",
            "recon.binance.spotsnapshot.SnapshotRow$DataRow",
            "recon.binance.spottrades.TradeRow",
            "recon.binance.subtransfers.SubTransferRow",
            "recon.binance.universaltransfers.TransferBody",
            "recon.binance.universaltransfers.TransferRow",
            "recon.binance.withdrawals.WithdrawalRow"
        })
public final class NativeTypes {
    private NativeTypes() {}
}
