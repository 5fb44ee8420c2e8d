package recon.collect.heal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import recon.ledger.completeness.Gap;
import recon.ledger.completeness.LostReport;
import recon.ledger.order.Execution;
import recon.ledger.order.HealedFill;
import recon.ledger.order.OrderKey;
import recon.storage.registry.ReconciliationError;

/** What a check finds, as errors that the same finding always has the same id of. */
final class Findings {
    /** A report that nobody heard and that no list gives back. */
    static final String REPORT_LOST = "REPORT_LOST";
    /** A trade that came through no stream and that the exchange lists. */
    static final String TRADE_HEALED = "TRADE_HEALED";
    /** A trade that came through the stream and that the exchange does not list. */
    static final String TRADE_UNKNOWN = "TRADE_UNKNOWN";
    /** A trade that the exchange lists with other amounts than came through the stream. */
    static final String TRADE_DIFFERS = "TRADE_DIFFERS";
    /** A stretch of time in which nobody listened. */
    static final String STREAM_GAP = "STREAM_GAP";

    private static final String GAP = STREAM_GAP + "/";

    /** How a healed trade is settled. */
    static final String FROM_MY_TRADES = "from myTrades";

    /** How far the exchange's clock and ours may be apart, and how long a report may be under way. */
    private static final Duration LEEWAY = Duration.ofSeconds(5);

    private Findings() {}

    /**
     * A report that is lost.
     *
     * @param evidence the archive key of the list that shows it; the empty text for none
     * @param gaps all gaps of the account up to now
     */
    static ReconciliationError lost(LostReport report, String evidence, List<Gap> gaps, Instant now) {
        OrderKey order = report.order();
        String id = report.executionId()
                .map(execution -> FindingId.ofAmendment(REPORT_LOST, order, report.about(), execution))
                .orElseGet(() -> FindingId.of(REPORT_LOST, order, report.kind()));
        String where = gaps.stream()
                .filter(gap -> gap.contains(report.about(), LEEWAY))
                .findFirst()
                .map(gap -> "nobody listened from " + gap.from() + " to " + gap.to())
                .orElse("no gap covers it: the exchange did not send it");
        return error(
                id,
                now,
                order,
                REPORT_LOST,
                "the report " + report.kind() + " of order " + order.orderId() + " at " + report.about()
                        + " never came; " + where,
                evidence,
                false);
    }

    /** A trade that is missing and about to be healed. */
    static ReconciliationError missing(HealedFill fill, Instant now) {
        return missing(fill, "", false, now);
    }

    /** A trade that is missing and cannot be healed. */
    static ReconciliationError unplaced(HealedFill fill, Instant now) {
        return missing(fill, ", but not its order: collect the day again", true, now);
    }

    private static ReconciliationError missing(HealedFill fill, String but, boolean review, Instant now) {
        return error(
                tradeId(TRADE_HEALED, fill.order(), fill.tradeId()),
                now,
                fill.order(),
                TRADE_HEALED,
                "trade " + fill.tradeId() + " of order " + fill.order().orderId() + " at " + fill.time()
                        + " came through no stream; the exchange lists it" + but,
                fill.raw().key(),
                review);
    }

    static ReconciliationError unknown(Execution execution, Instant now) {
        return trade(TRADE_UNKNOWN, execution, "came through the stream; the exchange does not list it", now);
    }

    static ReconciliationError differs(Execution execution, Instant now) {
        return trade(TRADE_DIFFERS, execution, "came through the stream with other amounts than are listed", now);
    }

    private static ReconciliationError trade(String type, Execution execution, String what, Instant now) {
        long trade = execution.fill().tradeId().orElseThrow();
        return error(
                tradeId(type, execution.order(), trade),
                now,
                execution.order(),
                type,
                "trade " + trade + " of order " + execution.order().orderId() + " at " + execution.time() + " " + what,
                "",
                true);
    }

    /** When nobody listened. The same stretch has the same id; where it shrinks later it is another one. */
    static ReconciliationError gap(String account, Gap gap, Instant now) {
        return new ReconciliationError(
                GAP + gap.from() + "/" + gap.to(),
                now,
                account,
                STREAM_GAP,
                "",
                "nobody listened from " + gap.from() + " to " + gap.to() + " (" + gap.length()
                        + "): trades of it are healed, other reports named",
                "",
                false,
                Optional.empty(),
                "");
    }

    /** The gap that {@link #gap(String, Gap, Instant)} named. */
    static Gap gap(ReconciliationError error) {
        String[] ends = error.id().substring(GAP.length()).split("/", 2);
        return new Gap(Instant.parse(ends[0]), Instant.parse(ends[1]));
    }

    private static String tradeId(String type, OrderKey order, long trade) {
        return FindingId.of(type, order, Long.toString(trade));
    }

    private static ReconciliationError error(
            String id, Instant now, OrderKey order, String type, String message, String evidence, boolean review) {
        return new ReconciliationError(
                id, now, order.account(), type, order.symbol(), message, evidence, review, Optional.empty(), "");
    }
}
