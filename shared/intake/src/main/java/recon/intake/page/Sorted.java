package recon.intake.page;

import java.util.ArrayList;
import java.util.List;
import recon.ledger.balance.BalanceCapture;
import recon.ledger.balance.BalanceSnapshot;
import recon.ledger.entry.Booking;
import recon.ledger.row.Amended;
import recon.ledger.row.Captured;
import recon.ledger.row.ContractUsed;
import recon.ledger.row.ContractsListed;
import recon.ledger.row.Final;
import recon.ledger.row.Grouped;
import recon.ledger.row.Listed;
import recon.ledger.row.Observation;
import recon.ledger.row.Priced;
import recon.ledger.row.Remarked;
import recon.ledger.row.RowSeen;
import recon.ledger.row.Sighted;
import recon.ledger.row.Snapshotted;
import recon.ledger.row.WitnessRow;
import recon.ledger.symbol.ContractListing;
import recon.ledger.symbol.SymbolListing;
import recon.ledger.valuation.ClosePrice;

/** What a page tells, by where it is kept. Orders and their amendments are no books. */
record Sorted(
        List<Booking> bookings,
        List<RowSeen> rows,
        List<WitnessRow> witnesses,
        List<BalanceCapture> captures,
        List<BalanceSnapshot> snapshots,
        List<ClosePrice> prices,
        List<SymbolListing> listings,
        List<ContractListing> contracts,
        List<Remarked> remarks,
        List<Grouped> groups) {
    static Sorted of(List<Observation> page) {
        Sorted sorted = new Sorted(
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
        page.forEach(sorted::add);
        return sorted;
    }

    private void add(Observation observation) {
        switch (observation) {
            case Final(Booking booking) -> bookings.add(booking);
            case RowSeen row -> rows.add(row);
            case WitnessRow row -> witnesses.add(row);
            case Captured(var capture) -> captures.add(capture);
            case Snapshotted(var snapshot) -> snapshots.add(snapshot);
            case Priced(var price) -> prices.add(price);
            case Listed(var listing) -> listings.add(listing);
            case ContractsListed(var listing) -> contracts.add(listing);
            case Remarked remark -> remarks.add(remark);
            case Grouped grouped -> groups.add(grouped);
            case Sighted order -> {
                // An order moves nothing.
            }
            case Amended amendment -> {
                // As above.
            }
            case ContractUsed contract -> {
                // It is remembered as assets are.
            }
        }
    }
}
