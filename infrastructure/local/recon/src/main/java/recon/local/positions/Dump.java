package recon.local.positions;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import recon.ledger.booking.FuturesIncome;
import recon.ledger.position.Known;
import recon.ledger.position.OpeningSearch;
import recon.ledger.position.PositionStream;
import recon.ledger.position.row.CapturedPosition;
import recon.ledger.position.row.FundingRate;
import recon.ledger.position.row.FundingRates;
import recon.ledger.position.row.FuturesFill;
import recon.ledger.position.row.ListedContracts;
import recon.ledger.position.row.MinutePrices;
import recon.ledger.position.row.PositionRows;
import recon.ledger.symbol.Contract;

/** Everything that the files of a folder say. */
final class Dump {
    /** How much that could not be used is named; the rest is counted. */
    static final int MOST_UNREAD = 10_000;

    private final PositionRows rows = new PositionRows();
    private final List<CapturedPosition> captures = new ArrayList<>();
    private final List<FundingRate> rates = new ArrayList<>();
    private final List<Contract> contracts = new ArrayList<>();
    private final List<Unread> unread = new ArrayList<>();
    private long unnamed;
    private final SortedMap<String, Integer> skipped = new TreeMap<>();

    /** Rows of the account; each counts once. */
    PositionRows rows() {
        return rows;
    }

    /** How much is kept. */
    int size() {
        return rows.size() + captures.size() + rates.size() + contracts.size();
    }

    void captured(CapturedPosition position) {
        captures.add(position);
    }

    void rate(FundingRate rate) {
        rates.add(rate);
    }

    void contract(Contract contract) {
        contracts.add(contract);
    }

    void unread(Unread one) {
        requireNonNull(one, "one is null");
        if (unread.size() < MOST_UNREAD) {
            unread.add(one);
        } else {
            unnamed++;
        }
    }

    /** A part of a file that is no list of rows that we know. */
    void skipped(String name) {
        skipped.merge(name, 1, Integer::sum);
    }

    /** What could not be used, in the order of the files. */
    List<Unread> unread() {
        List<Unread> all = new ArrayList<>(unread);
        if (unnamed > 0) {
            all.add(new Unread("more_unread", "all files", unnamed + " more could not be used"));
        }
        return List.copyOf(all);
    }

    /** Parts that were passed over, and in how many files. */
    SortedMap<String, Integer> skipped() {
        return skipped;
    }

    /** In their order, each once. */
    List<CapturedPosition> captures() {
        return captures.stream().distinct().sorted(CapturedPosition.ORDER).toList();
    }

    /** What is known beside the rows of the account. */
    Known known(List<FuturesFill> fills, List<FuturesIncome> income) {
        return new Known(
                contracts(fills, income),
                FundingRates.of(rates),
                MinutePrices.NONE,
                OpeningSearch.of(fills.iterator(), captures().iterator()));
    }

    /** Without the exchange's list the rows themselves say what a contract is settled in. */
    private ListedContracts contracts(List<FuturesFill> fills, List<FuturesIncome> income) {
        if (!contracts.isEmpty()) {
            return ListedContracts.of(contracts);
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
    List<FuturesIncome> income() {
        return rows.income(PositionStream.INCOME_ORDER);
    }
}
