package recon.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Reads all income of an account, page by page. */
final class Income {
    static final String PATH = "/fapi/v1/income";
    private static final int PAGE = 1_000;

    private Income() {}

    /** Everything since the beginning of the world, by inclusive start; rows seen twice are dropped. */
    static List<JsonNode> all(Exchange exchange, SimulatedAccount account, String query) {
        List<JsonNode> all = new ArrayList<>();
        long from = Exchange.day(-3).toEpochMilli();
        while (true) {
            JsonNode page = exchange.json(account, PATH, query + "limit=" + PAGE + "&startTime=" + from);
            page.forEach(row -> {
                if (!all.contains(row)) {
                    all.add(row);
                }
            });
            if (page.size() < PAGE) {
                return all;
            }
            from = page.get(page.size() - 1).get("time").asLong();
        }
    }
}
