package recon.aggregate.handler;

import io.quarkus.runtime.annotations.RegisterForReflection;
import recon.storage.batch.Batch;
import recon.storage.batch.BatchAnswer;
import recon.storage.batch.QueuedMessage;
import recon.storage.event.CollectionCompleted;
import recon.storage.event.QueuedEvent;

/** Every record that Jackson reads or writes in this function: a native image has to know them beforehand. */
@RegisterForReflection(
        targets = {
            Batch.class,
            QueuedMessage.class,
            QueuedMessage.Attribute.class,
            BatchAnswer.class,
            BatchAnswer.ItemFailure.class,
            QueuedEvent.class,
            CollectionCompleted.class,
            CollectionCompleted.NotDone.class,
            CollectionCompleted.Missing.class
        },
        classNames = {
            "recon.binance.fundingrates.FundingRateRow",
            "recon.binance.futuresaccount.AssetRow",
            "recon.binance.futuresincome.IncomeRow",
            "recon.binance.futuresinfo.ContractRow",
            "recon.binance.futuresorders.AlgoOrderRow",
            "recon.binance.futuresorders.OrderRow",
            "recon.binance.futurespositions.PositionRiskRow",
            "recon.binance.futuressettings.ConfigRow",
            "recon.binance.futurestrades.TradeRow",
            "recon.binance.klines.KlineRow"
        })
public final class NativeTypes {
    private NativeTypes() {}
}
