package recon.reconcile.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;
import recon.ledger.Account;
import recon.ledger.balance.DailyBalance;
import recon.ledger.entry.Booking;
import recon.ledger.entry.DebtLeg;
import recon.ledger.entry.IncomeLeg;
import recon.ledger.entry.Leg;
import recon.ledger.entry.TradeLeg;
import recon.ledger.entry.TransferLeg;
import recon.ledger.match.Matching;
import recon.ledger.witness.Discrepancy;
import recon.storage.report.CsvRows;

/** The CSV files of one day, filled account by account. The first four have exactly the plan's headers. */
final class DayReport {
    private final CsvFile snapshot =
            new CsvFile("date,email,wallet,asset,raw_balance,raw_loan,raw_interest,raw_unrealised_pnl");
    private final CsvFile transfers =
            new CsvFile("datetime,email,txn_type,txn_subtype,wallet,asset,amount,counter_party,network,txn_hash");
    private final CsvFile trades = new CsvFile("datetime,email,txn_type,txn_subtype,symbol,asset,amount,price");
    private final CsvFile marginTrades =
            new CsvFile("datetime,email,txn_type,txn_subtype,symbol,asset,amount,price,wallet");
    private final CsvFile summary = new CsvFile("date,email,wallet,asset,start_balance,transfers_in,transfers_out,"
            + "trades_in,trades_out,fees,calculated_balance,actual_balance,variance");
    private final VarianceFile variances;
    private final TransferFiles matching;

    /**
     * @param state {@code final} when it is closed for good, {@code provisional} before
     * @param accounts all that the report is about
     */
    DayReport(LocalDate day, String state, Collection<Account> accounts) {
        this.variances = new VarianceFile(state);
        this.matching = new TransferFiles(day, accounts);
    }

    void add(Account account, List<DailyBalance> balances, List<Booking> bookings) {
        balances.forEach(balance -> add(account, balance));
        bookings.forEach(booking -> booking.legs().forEach(leg -> add(account, booking, leg)));
    }

    /** Shows which legs of internal transfers belong together, and what stands alone. */
    void add(Matching matched, List<Discrepancy> discrepancies) {
        matching.add(matched, discrepancies);
    }

    private void add(Account account, DailyBalance balance) {
        BigDecimal loan = balance.loan().actual().orElse(BigDecimal.ZERO);
        BigDecimal interest = balance.interest().actual().orElse(BigDecimal.ZERO);
        BigDecimal unrealised = balance.unrealisedPnl().orElse(BigDecimal.ZERO);
        balance.actual()
                .filter(actual -> Stream.of(actual, loan, interest, unrealised).anyMatch(any -> any.signum() != 0))
                .ifPresent(actual -> start(snapshot, account, balance)
                        .amount(actual)
                        .amount(loan)
                        .amount(interest)
                        .amount(unrealised)
                        .end());
        start(summary, account, balance)
                .amount(balance.start())
                .amount(balance.transfersIn())
                .amount(balance.transfersOut())
                .amount(balance.tradesIn())
                .amount(balance.tradesOut())
                .amount(balance.fees())
                .amount(balance.calculated())
                .amount(balance.actual())
                .amount(balance.variance())
                .end();
        variances.add(account, balance);
    }

    private static CsvRows.Row start(CsvFile file, Account account, DailyBalance balance) {
        return file.row()
                .date(balance.date())
                .text(account.email())
                .text(balance.wallet().name())
                .text(balance.asset());
    }

    private void add(Account account, Booking booking, Leg leg) {
        switch (leg) {
            case TransferLeg transfer ->
                transfers
                        .row()
                        .dateTime(booking.time())
                        .text(account.email())
                        .text(transfer.txnType())
                        .text(transfer.txnSubtype())
                        .text(transfer.wallet().name())
                        .text(transfer.asset())
                        .amount(transfer.amount())
                        .text(transfer.details().counterParty())
                        .text(transfer.details().network())
                        .text(transfer.details().txnHash())
                        .end();
            // trades.csv has no wallet column: what margin wallets trade stands in a file of its own.
            case TradeLeg trade
            when trade.wallet().lends() ->
                trade(marginTrades, account, booking, trade)
                        .text(trade.wallet().name())
                        .end();
            case TradeLeg trade -> trade(trades, account, booking, trade).end();
            case IncomeLeg income -> {}
            // What is owed is no movement of the balance: the daily snapshot and the variances show it.
            case DebtLeg debt -> {}
        }
    }

    private static CsvRows.Row trade(CsvFile file, Account account, Booking booking, TradeLeg trade) {
        return file.row()
                .dateTime(booking.time())
                .text(account.email())
                .text(trade.txnType())
                .text(trade.txnSubtype())
                .text(trade.symbol())
                .text(trade.asset())
                .amount(trade.amount())
                .amount(trade.price());
    }

    /** The files by name, in the order in which a person reads them. */
    SequencedMap<String, CsvFile> files() {
        SequencedMap<String, CsvFile> files = new LinkedHashMap<>();
        files.put("daily-snapshot.csv", snapshot);
        files.put("transfers.csv", transfers);
        files.put("trades.csv", trades);
        files.put("reconciliation-summary.csv", summary);
        files.put("variances.csv", variances.file());
        files.put("margin-trades.csv", marginTrades);
        files.putAll(matching.files());
        return files;
    }
}
