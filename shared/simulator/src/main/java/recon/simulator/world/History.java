package recon.simulator.world;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import recon.simulator.event.AccountEvent;
import recon.simulator.futures.IncomeRow;

/** All rows of the exchange by account, as far as the world has come; rows to come of the last day are among them. */
public final class History {
    private final Map<String, SortedMap<String, Timeline<TradeRow>>> trades = new HashMap<>();
    private final Map<String, Timeline<DepositRow>> deposits = new HashMap<>();
    private final Map<String, Timeline<WithdrawalRow>> withdrawals = new HashMap<>();
    private final Map<String, Timeline<TransferRow>> transfers = new HashMap<>();

    private final Map<String, SortedMap<String, Timeline<Docket>>> orders = new HashMap<>();
    private final Map<String, Timeline<AccountEvent>> events = new HashMap<>();

    private final Shelf<TransferRow> legacyTransfers = new Shelf<>(TransferRow::time);
    private final Shelf<TransferRow> ownViews = new Shelf<>(TransferRow::time);
    private final Shelf<OwnTransferRow> ownTransfers = new Shelf<>(OwnTransferRow::time);
    private final Shelf<AllocationRow> allocations = new Shelf<>(AllocationRow::time);
    private final Shelf<ConvertRow> conversions = new Shelf<>(ConvertRow::time);
    private final Shelf<DustRow> dust = new Shelf<>(DustRow::time);
    private final Shelf<DividendRow> dividends = new Shelf<>(DividendRow::time);
    private final Shelf<IncomeRow> income = new Shelf<>(IncomeRow::time);
    private final Shelf<LoanRow> loans = new Shelf<>(LoanRow::time);
    private final Shelf<InterestRow> interest = new Shelf<>(InterestRow::time);
    private final Shelf<MarginTrade> marginTrades = new Shelf<>(MarginTrade::time);
    private final Shelf<LiquidationRow> liquidations = new Shelf<>(LiquidationRow::time);
    private final Shelf<FlowRow> flows = new Shelf<>(FlowRow::time);
    private final ContractHistory contracts = new ContractHistory();

    History() {}

    /** Transfers with the account on either side, as the older history shows them. */
    public Shelf<TransferRow> legacyTransfers() {
        return legacyTransfers;
    }

    /** Transfers with the account on either side, all of them: what a sub-account sees itself. */
    public Shelf<TransferRow> ownViews() {
        return ownViews;
    }

    /** Transfers between the wallets of one account, those that failed included. */
    public Shelf<OwnTransferRow> ownTransfers() {
        return ownTransfers;
    }

    /** Fills that smart order routing found. */
    public Shelf<AllocationRow> allocations() {
        return allocations;
    }

    /** Conversions, those that failed included. */
    public Shelf<ConvertRow> conversions() {
        return conversions;
    }

    /** Small balances turned into another asset. */
    public Shelf<DustRow> dust() {
        return dust;
    }

    /** Dividends, those that were taken back included. */
    public Shelf<DividendRow> dividends() {
        return dividends;
    }

    /** Movements of futures wallets. */
    public Shelf<IncomeRow> income() {
        return income;
    }

    /** Loans and repayments of margin wallets, those that failed included. */
    public Shelf<LoanRow> loans() {
        return loans;
    }

    /** Interest that margin wallets owe. */
    public Shelf<InterestRow> interest() {
        return interest;
    }

    /** Trades in margin wallets. */
    public Shelf<MarginTrade> marginTrades() {
        return marginTrades;
    }

    /** Sales for margin wallets that the exchange made itself. */
    public Shelf<LiquidationRow> liquidations() {
        return liquidations;
    }

    /** Movements of margin wallets, cross and isolated. */
    public Shelf<FlowRow> flows() {
        return flows;
    }

    /** Everything in contracts but the income. */
    public ContractHistory contracts() {
        return contracts;
    }

    void add(String uid, Docket docket) {
        orders.computeIfAbsent(uid, _ -> new TreeMap<>())
                .computeIfAbsent(docket.placement().symbol(), _ -> new Timeline<>(Docket::created))
                .add(docket);
    }

    void add(String uid, AccountEvent event) {
        events.computeIfAbsent(uid, _ -> new Timeline<>(AccountEvent::eventTime))
                .add(event);
    }

    void add(String uid, TradeRow row) {
        trades.computeIfAbsent(uid, _ -> new TreeMap<>())
                .computeIfAbsent(row.symbol(), _ -> new Timeline<>(TradeRow::time))
                .add(row);
    }

    void add(String uid, DepositRow row) {
        deposits.computeIfAbsent(uid, _ -> new Timeline<>(DepositRow::insertTime))
                .add(row);
    }

    void add(String uid, WithdrawalRow row) {
        withdrawals
                .computeIfAbsent(uid, _ -> new Timeline<>(WithdrawalRow::applyTime))
                .add(row);
    }

    /** @param repeated whether the older history shows it as well */
    void add(TransferRow row, boolean repeated) {
        Stream.of(row.from(), row.to()).forEach(uid -> {
            transfers
                    .computeIfAbsent(uid, _ -> new Timeline<>(TransferRow::time))
                    .add(row);
            ownViews.add(uid, row);
            if (repeated) {
                legacyTransfers.add(uid, row);
            }
        });
    }

    /** One that the older history alone shows, and the sub-account's own. */
    void addLegacy(TransferRow row) {
        Stream.of(row.from(), row.to()).forEach(uid -> {
            legacyTransfers.add(uid, row);
            ownViews.add(uid, row);
        });
    }

    /** An account's trades by symbol, each ascending by stamp, by id and by order id within an id. */
    public SortedMap<String, Timeline<TradeRow>> trades(String uid) {
        return Collections.unmodifiableSortedMap(trades.getOrDefault(uid, new TreeMap<>()));
    }

    /** An account's trades of one symbol. */
    public Timeline<TradeRow> trades(String uid, String symbol) {
        return trades(uid).getOrDefault(symbol, new Timeline<>(TradeRow::time));
    }

    /** An account's orders by symbol, each ascending by creation and by order id. */
    public SortedMap<String, Timeline<Docket>> orders(String uid) {
        return Collections.unmodifiableSortedMap(orders.getOrDefault(uid, new TreeMap<>()));
    }

    /** What subscribers to the account are told, ascending by event time. */
    public Timeline<AccountEvent> events(String uid) {
        return events.getOrDefault(uid, new Timeline<>(AccountEvent::eventTime));
    }

    /** An account's deposits, ascending by insert time. */
    public Timeline<DepositRow> deposits(String uid) {
        return deposits.getOrDefault(uid, new Timeline<>(DepositRow::insertTime));
    }

    /** An account's withdrawals, ascending by apply time. */
    public Timeline<WithdrawalRow> withdrawals(String uid) {
        return withdrawals.getOrDefault(uid, new Timeline<>(WithdrawalRow::applyTime));
    }

    /** Transfers with the account on either side as the universal history shows them, ascending by time. */
    public Timeline<TransferRow> transfers(String uid) {
        return transfers.getOrDefault(uid, new Timeline<>(TransferRow::time));
    }
}
