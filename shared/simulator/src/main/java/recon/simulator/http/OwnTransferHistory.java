package recon.simulator.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import recon.simulator.world.OwnTransferRow;
import recon.simulator.world.Route;

/** {@code GET /sapi/v1/asset/transfer}: what one type of transfer moved between the caller's wallets, newest first. */
final class OwnTransferHistory implements Endpoint {
    private static final int DEFAULT_SIZE = 10;
    private static final int LARGEST_SIZE = 100;
    private static final long DEFAULT_SPAN_MS = 7 * Window.DAY_MS;
    private static final long DEPTH_MS = 183 * Window.DAY_MS;

    /** The types that the exchange lists. */
    private static final Set<String> TYPES = Set.of(
            "MAIN_UMFUTURE",
            "MAIN_CMFUTURE",
            "MAIN_MARGIN",
            "UMFUTURE_MAIN",
            "UMFUTURE_MARGIN",
            "CMFUTURE_MAIN",
            "CMFUTURE_MARGIN",
            "MARGIN_MAIN",
            "MARGIN_UMFUTURE",
            "MARGIN_CMFUTURE",
            "ISOLATEDMARGIN_MARGIN",
            "MARGIN_ISOLATEDMARGIN",
            "ISOLATEDMARGIN_ISOLATEDMARGIN",
            "MAIN_FUNDING",
            "FUNDING_MAIN",
            "FUNDING_UMFUTURE",
            "UMFUTURE_FUNDING",
            "MARGIN_FUNDING",
            "FUNDING_MARGIN",
            "FUNDING_CMFUTURE",
            "CMFUTURE_FUNDING",
            "MAIN_OPTION",
            "OPTION_MAIN",
            "UMFUTURE_OPTION",
            "OPTION_UMFUTURE",
            "MARGIN_OPTION",
            "OPTION_MARGIN",
            "FUNDING_OPTION",
            "OPTION_FUNDING",
            "MAIN_PORTFOLIO_MARGIN",
            "PORTFOLIO_MARGIN_MAIN");

    @Override
    public String path() {
        return "/sapi/v1/asset/transfer";
    }

    @Override
    public Access access() {
        return Access.SIGNED;
    }

    @Override
    public Set<String> parameters() {
        return Set.of("type", "startTime", "endTime", "current", "size", "fromSymbol", "toSymbol");
    }

    @Override
    public void answer(Asked asked, JsonGenerator json) throws IOException, Refusal {
        Parameters parameters = asked.parameters();
        String type = parameters.mandatory("type");
        if (!TYPES.contains(type)) {
            throw Refusal.of(-7002, "Bad transfer type.");
        }
        String fromSymbol = pair(parameters, type.startsWith("ISOLATEDMARGIN_"), "fromSymbol");
        String toSymbol = pair(parameters, type.endsWith("_ISOLATEDMARGIN"), "toSymbol");
        int current = parameters.within("current", 1, Integer.MAX_VALUE, 1);
        int size = parameters.within("size", 1, LARGEST_SIZE, DEFAULT_SIZE);
        long to = Math.min(parameters.number("endTime").orElse(asked.now()), asked.now());
        long from = parameters.number("startTime").orElse(to - DEFAULT_SPAN_MS);
        List<OwnTransferRow> rows = asked
                .world()
                .historyUntil(asked.now())
                .ownTransfers()
                .of(asked.account().uid())
                .between(Math.max(from, asked.now() - DEPTH_MS), to)
                .reversed()
                .stream()
                .filter(row -> fits(row.route(), type, fromSymbol, toSymbol))
                .toList();
        json.writeStartObject();
        json.writeNumberField("total", rows.size());
        json.writeArrayFieldStart("rows");
        for (OwnTransferRow row : Pages.page(rows, current, size)) {
            json.writeStartObject();
            json.writeStringField("asset", row.asset());
            json.writeStringField("amount", Money.plain(row.amount()));
            json.writeStringField("type", type);
            json.writeStringField("status", row.status(asked.now()));
            json.writeNumberField("tranId", row.tranId());
            json.writeNumberField("timestamp", row.time());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static String pair(Parameters parameters, boolean needed, String name) throws Refusal {
        return needed ? parameters.mandatory(name) : "";
    }

    private static boolean fits(Route route, String type, String fromSymbol, String toSymbol) {
        return route.type().equals(type)
                && route.fromPair().orElse("").equals(fromSymbol)
                && route.toPair().orElse("").equals(toSymbol);
    }
}
