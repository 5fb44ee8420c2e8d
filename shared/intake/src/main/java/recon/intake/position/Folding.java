package recon.intake.position;

import static java.util.Objects.requireNonNull;

import java.util.List;
import recon.ledger.booking.FuturesIncome;
import recon.ledger.position.Conservation;
import recon.ledger.position.Known;
import recon.ledger.position.PositionFinding;
import recon.ledger.position.PositionFold;
import recon.ledger.position.PositionSink;
import recon.ledger.position.PositionStream;
import recon.ledger.position.row.FundingRates;
import recon.ledger.position.row.FuturesFill;
import recon.ledger.position.row.PositionRows.Conflict;

/** The answers of one account, brought into the order of a fold and folded. Whatever folds answers does it here. */
public final class Folding {
    private final PositionAnswers answers;
    private final String accountId;
    private final List<FuturesFill> fills;
    private final List<FuturesIncome> income;
    private final Known known;

    /** @param answers all of them: what is added later is not looked at */
    public Folding(PositionAnswers answers, String accountId) {
        this.answers = requireNonNull(answers, "answers is null");
        this.accountId = requireNonNull(accountId, "accountId is null");
        this.fills = answers.rows().fills();
        this.income = answers.income();
        this.known = answers.known(fills, income);
    }

    /** By which the coverage with fundings is judged. */
    public FundingRates rates() {
        return known.rates();
    }

    /** The fills, in the order of the fold. */
    public List<FuturesFill> fills() {
        return fills;
    }

    /** The income, in the order of the fold. */
    public List<FuturesIncome> income() {
        return income;
    }

    /**
     * Folds them. Rows that contradict each other are told first.
     *
     * @return whether everything adds up
     */
    public Conservation into(PositionSink sink) {
        answers.rows().conflicts().forEach(conflict -> sink.finding(finding(conflict)));
        PositionFold fold = new PositionFold(accountId, known, sink);
        new PositionStream(
                        answers.rows().orders().iterator(),
                        fills.iterator(),
                        income.iterator(),
                        answers.captures().iterator())
                .into(fold);
        answers.mode().ifPresent(fold::mode);
        return fold.finish();
    }

    private PositionFinding finding(Conflict conflict) {
        return new PositionFinding(
                PositionFinding.Kind.CONFLICTING_ROWS,
                accountId,
                conflict.symbol(),
                conflict.time(),
                conflict.reference(),
                "used: " + conflict.used() + "; left out: " + conflict.left());
    }
}
