package recon.binance.source;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import recon.binance.deposits.Deposits;
import recon.binance.exchangeinfo.ExchangeInfo;
import recon.binance.klines.Klines;
import recon.binance.rights.ApiRestrictions;
import recon.binance.spotaccount.SpotAccount;
import recon.binance.spotorders.OpenOrders;
import recon.binance.spotorders.OrderAmendments;
import recon.binance.spotorders.SpotOrders;
import recon.binance.spotsnapshot.SpotSnapshot;
import recon.binance.spottrades.SpotTrades;
import recon.binance.subtransfers.SubTransfers;
import recon.binance.universaltransfers.UniversalTransfers;
import recon.binance.withdrawals.Withdrawals;

/** Everything that is collected: one line per source. */
public final class Sources {
    private Sources() {}

    /**
     * All of them, in no particular order.
     *
     * @param json as {@code ExchangeJson} makes it
     */
    public static List<Source> all(ObjectMapper json) {
        return List.of(
                new ExchangeInfo(json),
                new ApiRestrictions(json),
                new SpotAccount(json),
                new SpotTrades(json),
                new OpenOrders(json),
                new SpotOrders(json),
                new OrderAmendments(json),
                new Deposits(json),
                new Withdrawals(json),
                new UniversalTransfers(json),
                new SubTransfers(json),
                new SpotSnapshot(json),
                new Klines(json));
    }
}
