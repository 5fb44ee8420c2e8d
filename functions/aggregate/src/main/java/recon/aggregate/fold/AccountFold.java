package recon.aggregate.fold;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import recon.aggregate.archive.Gathered;
import recon.aggregate.doubt.Doubts;
import recon.aggregate.doubt.Window;
import recon.intake.position.Folding;
import recon.ledger.position.Conservation;
import recon.ledger.position.Lifecycle;
import recon.ledger.position.entry.AnnotationKey;
import recon.ledger.position.entry.EntryValidation;
import recon.ledger.position.entry.Verdict;
import recon.ledger.position.total.DailyTotals;
import recon.ledger.position.total.DataQuality;
import recon.ledger.position.total.Disagreement;
import recon.ledger.position.total.QualityMetrics;
import recon.ledger.position.total.WalletTotals;
import recon.storage.position.SyncedTrade;
import recon.storage.report.position.PositionFiles;
import recon.storage.report.position.QualityFile;
import recon.storage.report.position.TotalFile;

/** What is gathered of an account, folded: its trades, and the texts of the files that do not need the store. */
final class AccountFold {
    private record Trade(AnnotationKey key, Verdict verdict) {}

    private final String accountId;
    private final Map<String, StringBuilder> texts = new LinkedHashMap<>();
    private final List<Trade> trades = new ArrayList<>();
    private final PositionFiles files;
    private final Conservation conservation;
    private final Doubts.Found doubts;
    private final QualityMetrics quality;

    /**
     * @param told when the collection was told of that is known here
     * @param unread days of which fills or income could not be read
     */
    AccountFold(Gathered gathered, String accountId, Instant told, Optional<Window> unread) {
        this.accountId = accountId;
        Folding folding = new Folding(gathered.answers(), accountId);
        DataQuality seen = new DataQuality(folding.rates());
        files = new PositionFiles(
                this::text,
                new EntryValidation(folding.rates()),
                seen,
                lifecycle -> gathered.settings().at(lifecycle.key().symbol(), lifecycle.closedAt()),
                this::trade);
        gathered.answers().unread().forEach(one -> files.unread(one.finding(), one.reference(), one.evidence()));
        conservation = folding.into(files);
        quality = seen.metrics();
        DailyTotals totals = new DailyTotals();
        long witnessed = gathered.witnessed().toEpochMilli();
        folding.fills().stream().filter(fill -> fill.time() < witnessed).forEach(totals::fill);
        folding.income().stream()
                .filter(row -> row.time().toEpochMilli() < witnessed)
                .forEach(totals::income);
        WalletTotals wallet = new WalletTotals(gathered.wallets(), folding.income());
        List<Disagreement> disagreements = Stream.concat(
                        totals.disagreements().stream(), wallet.disagreements().stream())
                .toList();
        doubts = Doubts.of(disagreements, wallet.drift(), unread);
        TotalFile witnesses = new TotalFile(text(PositionFiles.TOTALS));
        totals.checks().forEach(check -> witnesses.total(accountId, check));
        wallet.checks().forEach(check -> witnesses.total(accountId, check));
        disagreements.forEach(one -> witnesses.disagreement(accountId, one));
        new QualityFile(text(PositionFiles.QUALITY)).metrics(accountId, quality, told, gathered.completeSince());
    }

    private void trade(Lifecycle lifecycle, Verdict verdict) {
        trades.add(new Trade(AnnotationKey.of(lifecycle), verdict));
    }

    /** The text of a file, to be written on. */
    StringBuilder text(String file) {
        return texts.computeIfAbsent(file, _ -> new StringBuilder());
    }

    Map<String, StringBuilder> texts() {
        return texts;
    }

    /** What becomes entries. */
    List<SyncedTrade> trades() {
        return trades.stream()
                .map(trade -> new SyncedTrade(
                        trade.key(),
                        trade.verdict().facts(),
                        trade.verdict().warnings(),
                        doubts.concerns(trade.verdict().facts())))
                .toList();
    }

    Conservation conservation() {
        return conservation;
    }

    /** What its witnesses do not agree about. */
    Doubts.Found doubts() {
        return doubts;
    }

    /** What is told of it. */
    Map<String, Long> counts() {
        return Map.of(
                "rejected", files.rejected(),
                "open", files.open(),
                "remainder", files.remainder(),
                "suspicious", files.suspicious(),
                "findings", files.findings(),
                "suspiciousProfits", quality.suspicious(),
                "fundingsExpected", quality.fundingsExpected(),
                "fundingsFound", quality.fundingsFound(),
                "notConserved", conservation.holds() ? 0L : 1L);
    }

    String accountId() {
        return accountId;
    }
}
