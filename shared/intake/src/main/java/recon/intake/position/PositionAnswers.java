package recon.intake.position;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import recon.ledger.booking.FuturesIncome;
import recon.ledger.position.Known;
import recon.ledger.position.OpeningSearch;
import recon.ledger.position.PositionStream;
import recon.ledger.position.row.CapturedPosition;
import recon.ledger.position.row.FundingRate;
import recon.ledger.position.row.FundingRates;
import recon.ledger.position.row.FuturesFill;
import recon.ledger.position.row.ListedContracts;
import recon.ledger.position.row.MinutePrice;
import recon.ledger.position.row.MinutePrices;
import recon.ledger.position.row.PositionMode;
import recon.ledger.position.row.PositionRows;
import recon.ledger.symbol.Contract;

/** Everything that the answers say that were read of one account, and of the market. */
public final class PositionAnswers {
    /** How much that could not be used is named; the rest is counted. */
    public static final int MOST_UNREAD = 10_000;

    private final PositionRows rows = new PositionRows();
    private final Set<CapturedPosition> captures = new LinkedHashSet<>();
    private final Map<RateKey, FundingRate> rates = new HashMap<>();
    private final Map<String, Contract> contracts = new HashMap<>();
    private final List<MinutePrice> prices = new ArrayList<>();
    private final List<Unread> unread = new ArrayList<>();
    private Optional<PositionMode> mode = Optional.empty();
    private long unnamed;

    private record RateKey(String symbol, long time) {}

    /** Rows of the account; each counts once. */
    public PositionRows rows() {
        return rows;
    }

    /** How much is kept. */
    public int size() {
        return rows.size() + captures.size() + rates.size() + contracts.size() + prices.size();
    }

    /** A position that the exchange showed. */
    public void captured(CapturedPosition position) {
        captures.add(position);
    }

    /** A funding of a contract; the last that is told of one counts. */
    public void rate(FundingRate rate) {
        rates.put(new RateKey(rate.symbol(), rate.time()), rate);
    }

    /** A contract that is or was listed; the last that is told of one counts. */
    public void contract(Contract contract) {
        contracts.put(contract.name(), contract);
    }

    /** What an asset was worth in a minute. */
    public void price(MinutePrice price) {
        prices.add(price);
    }

    /** In which mode the account is; the last that is told counts. */
    public void mode(PositionMode now) {
        mode = Optional.of(now);
    }

    /** In which mode the account is, where that was asked for. */
    public Optional<PositionMode> mode() {
        return mode;
    }

    /** Something that could not be used. */
    public void unread(Unread one) {
        requireNonNull(one, "one is null");
        if (unread.size() < MOST_UNREAD) {
            unread.add(one);
        } else {
            unnamed++;
        }
    }

    /** How much could not be used. */
    public long unusable() {
        return unread.size() + unnamed;
    }

    /** What could not be used, in the order in which it was met. */
    public List<Unread> unread() {
        List<Unread> all = new ArrayList<>(unread);
        if (unnamed > 0) {
            all.add(new Unread("more_unread", "all", unnamed + " more could not be used"));
        }
        return List.copyOf(all);
    }

    /** In their order, each once. */
    public List<CapturedPosition> captures() {
        return captures.stream().sorted(CapturedPosition.ORDER).toList();
    }

    /** What is known beside the rows of the account. */
    public Known known(List<FuturesFill> fills, List<FuturesIncome> income) {
        ListedContracts listed = contracts(fills, income);
        // What the fold refuses says nothing of what was held before it either.
        Iterator<FuturesFill> usable = fills.stream()
                .filter(fill -> fill.possible() && listed.possible(fill.symbol()))
                .iterator();
        return new Known(
                listed,
                FundingRates.of(rates.values()),
                MinutePrices.of(prices),
                OpeningSearch.of(usable, captures().iterator()));
    }

    /** Without the exchange's list the rows themselves say what a contract is settled in. */
    private ListedContracts contracts(List<FuturesFill> fills, List<FuturesIncome> income) {
        if (!contracts.isEmpty()) {
            return ListedContracts.of(contracts.values());
        }
        Map<String, String> marginAssets = new HashMap<>();
        income.stream()
                .filter(row -> row.incomeType().equals("REALIZED_PNL")
                        || row.incomeType().equals("FUNDING_FEE"))
                .filter(row -> !row.symbol().isEmpty())
                .forEach(row -> marginAssets.putIfAbsent(row.symbol(), row.asset()));
        fills.stream()
                .filter(fill -> !fill.marginAsset().isEmpty())
                .forEach(fill -> marginAssets.put(fill.symbol(), fill.marginAsset()));
        return new ListedContracts(marginAssets, false);
    }

    /** In the order of a fold. */
    public List<FuturesIncome> income() {
        return rows.income(PositionStream.INCOME_ORDER);
    }
}
