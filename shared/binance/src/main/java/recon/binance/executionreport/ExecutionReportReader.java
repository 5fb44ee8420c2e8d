package recon.binance.executionreport;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import recon.ledger.order.Execution;
import recon.ledger.order.Fill;
import recon.ledger.order.Filled;
import recon.ledger.order.OrderKey;
import recon.ledger.order.OrderTerms;
import recon.ledger.order.Prevention;

/**
 * Reads the {@code event} object of an {@code executionReport}. Nothing that the exchange adds is refused: unknown kinds,
 * states and fields are kept and named. What every report has must be there.
 */
public final class ExecutionReportReader {
    /** The event's type, {@code e}. */
    public static final String TYPE = "executionReport";

    private static final Set<String> KINDS =
            Set.of("NEW", "CANCELED", "REPLACED", "REJECTED", "TRADE", "EXPIRED", "TRADE_PREVENTION");
    private static final Set<String> STATES = Set.of(
            "NEW",
            "PENDING_NEW",
            "PARTIALLY_FILLED",
            "FILLED",
            "CANCELED",
            "PENDING_CANCEL",
            "REJECTED",
            "EXPIRED",
            "EXPIRED_IN_MATCH");
    /** Documented fields that nothing here interprets; they are kept under their own names. */
    private static final Set<String> UNINTERPRETED = Set.of(
            "c", "w", "M", "V", "d", "D", "j", "J", "v", "B", "u", "U", "Cs", "pL", "b", "a", "k", "uS", "gP", "gOT",
            "gOV", "gp");

    private static final String NO_REASON = "NONE";

    private final ObjectMapper json;

    /** @param json as {@code ExchangeJson} makes it */
    public ExecutionReportReader(ObjectMapper json) {
        this.json = requireNonNull(json, "json is null");
    }

    /**
     * Reads one report.
     *
     * @param account whose it is, the exchange's uid
     * @throws MalformedReport if it is none, or lacks what every report has
     */
    public ExecutionReport read(byte[] event, String account) {
        ReportFields fields = new ReportFields(tree(event));
        String type = fields.optionalText("e");
        if (!type.equals(TYPE)) {
            throw new MalformedReport("it is no execution report but has the type '" + type + "'");
        }
        String kind = fields.text("x");
        String status = fields.text("X");
        var eventTime = fields.time("E");
        Execution execution = new Execution(
                new OrderKey(account, fields.text("s"), fields.id("i")),
                fields.id("I"),
                kind,
                status,
                fields.time("T"),
                terms(fields, kind),
                fill(fields),
                new Filled(fields.amount("z"), fields.amount("Z")),
                new Prevention(fields.amountOrZero("A"), fields.amountOrZero("pl"), fields.amountOrZero("pY")),
                reason(fields, "r"),
                reason(fields, "eR"),
                fields.others());
        return new ExecutionReport(execution, eventTime, unknown(execution));
    }

    private JsonNode tree(byte[] event) {
        try {
            JsonNode tree = json.readTree(event);
            if (tree != null && tree.isObject()) {
                return tree;
            }
        } catch (IOException e) {
            // The parser's own words could hold an amount.
            throw new MalformedReport("it is not JSON");
        }
        throw new MalformedReport("it is no JSON object");
    }

    private static OrderTerms terms(ReportFields fields, String kind) {
        return new OrderTerms(
                clientOrderId(fields, kind),
                fields.optionalId("g"),
                fields.text("S"),
                fields.text("o"),
                fields.text("f"),
                fields.amount("q"),
                fields.amount("p"),
                fields.amountOrZero("P"),
                fields.amountOrZero("F"),
                fields.amountOrZero("Q"),
                fields.time("O"),
                fields.optionalTime("W"));
    }

    /** Of a cancelled order {@code c} names the request that cancelled it, and {@code C} the order. */
    private static String clientOrderId(ReportFields fields, String kind) {
        String original = fields.optionalText("C");
        return kind.equals("CANCELED") && !original.isEmpty() ? original : fields.text("c");
    }

    private static Fill fill(ReportFields fields) {
        BigDecimal fee = fields.amount("n");
        String feeAsset = fields.optionalText("N");
        if (fee.signum() != 0 && feeAsset.isEmpty()) {
            throw new MalformedReport("field N is missing, although n is a fee");
        }
        return new Fill(
                fields.amount("l"),
                fields.amount("Y"),
                fields.amount("L"),
                fee,
                feeAsset,
                fields.optionalId("t"),
                fields.flag("m"));
    }

    private static String reason(ReportFields fields, String name) {
        String reason = fields.optionalText(name);
        return reason.equals(NO_REASON) ? "" : reason;
    }

    private static Set<String> unknown(Execution execution) {
        Set<String> unknown = new HashSet<>();
        if (!KINDS.contains(execution.kind())) {
            unknown.add("x=" + execution.kind());
        }
        if (!STATES.contains(execution.status())) {
            unknown.add("X=" + execution.status());
        }
        for (Map.Entry<String, String> other : execution.others().entrySet()) {
            if (!UNINTERPRETED.contains(other.getKey())) {
                unknown.add(other.getKey());
            }
        }
        return unknown;
    }
}
