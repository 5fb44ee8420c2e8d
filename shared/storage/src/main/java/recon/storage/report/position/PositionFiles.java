package recon.storage.report.position;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import recon.ledger.position.IncomeRemainder;
import recon.ledger.position.Lifecycle;
import recon.ledger.position.PendingPosition;
import recon.ledger.position.PositionFinding;
import recon.ledger.position.PositionSink;
import recon.ledger.position.entry.EntryValidation;
import recon.ledger.position.entry.LeverageSetting;
import recon.ledger.position.entry.Verdict;
import recon.ledger.position.total.DataQuality;

/** The files about the positions of one account, row by row as a fold tells them. */
public final class PositionFiles implements PositionSink {
    /** The trade entries. They are written by whoever takes them from here. */
    public static final String ENTRIES = "positions.csv";
    /** What was refused. */
    public static final String REJECTED = "positions-rejected.csv";
    /** What is held, and orders that wait. */
    public static final String OPEN = "open-positions.csv";
    /** Income without a position. */
    public static final String REMAINDER = "income-remainder.csv";
    /** What is wrong with the rows. */
    public static final String FINDINGS = "position-findings.csv";
    /** What two witnesses say. It is written by whoever compares them. */
    public static final String TOTALS = "position-totals.csv";
    /** How good the data is. */
    public static final String QUALITY = "position-quality.csv";
    /** What a sync changed. */
    public static final String CHANGES = "entry-changes.csv";
    /** Annotations without an entry. */
    public static final String ORPHANS = "annotation-orphans.csv";
    /** All that there are of an account, the entries first. */
    public static final List<String> NAMES =
            List.of(ENTRIES, REJECTED, OPEN, REMAINDER, FINDINGS, TOTALS, QUALITY, CHANGES, ORPHANS);

    private final EntryValidation validation;
    private final DataQuality quality;
    private final Function<Lifecycle, LeverageSetting> leverage;
    private final BiConsumer<Lifecycle, Verdict> trades;
    private final RejectedFile rejected;
    private final OpenPositionFile open;
    private final RemainderFile remainder;
    private final FindingFile findings;
    private long suspicious;

    /**
     * Files that are written at once.
     *
     * @param file where the file of a name is written
     * @param validation decides what becomes a trade entry
     * @param quality counts what is closed
     * @param leverage how a position was margined
     * @param trades takes what becomes a trade entry
     */
    public PositionFiles(
            Function<String, Appendable> file,
            EntryValidation validation,
            DataQuality quality,
            Function<Lifecycle, LeverageSetting> leverage,
            BiConsumer<Lifecycle, Verdict> trades) {
        this.validation = requireNonNull(validation, "validation is null");
        this.quality = requireNonNull(quality, "quality is null");
        this.leverage = requireNonNull(leverage, "leverage is null");
        this.trades = requireNonNull(trades, "trades is null");
        this.rejected = new RejectedFile(file.apply(REJECTED));
        this.open = new OpenPositionFile(file.apply(OPEN));
        this.remainder = new RemainderFile(file.apply(REMAINDER));
        this.findings = new FindingFile(file.apply(FINDINGS));
    }

    @Override
    public void closed(Lifecycle lifecycle) {
        Verdict verdict = validation.check(lifecycle, leverage.apply(lifecycle));
        quality.closed(lifecycle, verdict);
        if (verdict.valid()) {
            trades.accept(lifecycle, verdict);
        } else {
            rejected.trade(verdict, lifecycle.key().accountId());
        }
    }

    @Override
    public void open(Lifecycle lifecycle) {
        open.open(lifecycle);
    }

    @Override
    public void pending(PendingPosition position) {
        open.pending(position);
    }

    @Override
    public void remainder(IncomeRemainder row) {
        if (row.reason().suspicious()) {
            suspicious++;
        }
        remainder.remainder(row);
    }

    @Override
    public void finding(PositionFinding finding) {
        findings.finding(finding);
    }

    /** Something in the input that could not be used: see {@link FindingFile#unread}. */
    public void unread(String finding, String reference, String evidence) {
        findings.unread(finding, reference, evidence);
    }

    /** Rows of {@link #REJECTED}. */
    public long rejected() {
        return rejected.rows();
    }

    /** Rows of {@link #OPEN}. */
    public long open() {
        return open.rows();
    }

    /** Rows of {@link #REMAINDER}. */
    public long remainder() {
        return remainder.rows();
    }

    /** Rows of the remainder that somebody should look at. */
    public long suspicious() {
        return suspicious;
    }

    /** Rows of {@link #FINDINGS}. */
    public long findings() {
        return findings.rows();
    }
}
