package recon.simulator.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import recon.simulator.Limits;
import recon.simulator.market.Symbol;

/** {@code GET /api/v3/exchangeInfo}. */
final class ExchangeInfo implements Endpoint {
    private static final int PRECISION = 8;

    private final Limits limits;

    ExchangeInfo(Limits limits) {
        this.limits = limits;
    }

    @Override
    public String path() {
        return "/api/v3/exchangeInfo";
    }

    @Override
    public Access access() {
        return Access.OPEN;
    }

    @Override
    public int weight(Parameters parameters) {
        return 20;
    }

    @Override
    public Set<String> parameters() {
        return Set.of("symbol", "symbols", "permissions", "symbolStatus", "showPermissionSets");
    }

    @Override
    public void answer(Asked asked, JsonGenerator json) throws IOException, Refusal {
        List<Symbol> chosen = chosen(asked);
        json.writeStartObject();
        json.writeStringField("timezone", "UTC");
        json.writeNumberField("serverTime", asked.now());
        json.writeArrayFieldStart("rateLimits");
        limit(json, "REQUEST_WEIGHT", "MINUTE", 1, limits.requestWeightPerMinute());
        limit(json, "ORDERS", "SECOND", 10, 100);
        limit(json, "ORDERS", "DAY", 1, 200_000);
        limit(json, "RAW_REQUESTS", "MINUTE", 5, limits.rawRequestsPerFiveMinutes());
        json.writeEndArray();
        json.writeArrayFieldStart("exchangeFilters");
        json.writeEndArray();
        json.writeArrayFieldStart("symbols");
        for (Symbol symbol : chosen) {
            write(symbol, asked, json);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("sors");
        routing(asked.world().routed(), json);
        json.writeEndArray();
        json.writeEndObject();
    }

    /** One object for each base asset. */
    private static void routing(List<Symbol> routed, JsonGenerator json) throws IOException {
        Map<String, List<String>> byBase = routed.stream()
                .collect(Collectors.groupingBy(
                        Symbol::base, TreeMap::new, Collectors.mapping(Symbol::name, Collectors.toList())));
        for (Map.Entry<String, List<String>> base : byBase.entrySet()) {
            json.writeStartObject();
            json.writeStringField("baseAsset", base.getKey());
            strings(json, "symbols", base.getValue());
            json.writeEndObject();
        }
    }

    private static List<Symbol> chosen(Asked asked) throws Refusal {
        Parameters parameters = asked.parameters();
        Optional<String> one = parameters.text("symbol");
        Optional<String> several = parameters.text("symbols");
        if (one.isPresent() && several.isPresent()) {
            throw Refusal.combination();
        }
        List<Symbol> symbols = asked.world().market().symbols();
        if (one.isPresent() || several.isPresent()) {
            symbols = new ArrayList<>();
            for (String name : one.map(List::of).orElseGet(() -> names(several.orElse("")))) {
                symbols.add(asked.symbol(name));
            }
        }
        return symbols.stream()
                .filter(symbol -> parameters
                        .text("symbolStatus")
                        .map(status -> status.equals(status(symbol, asked.now())))
                        .orElse(true))
                .filter(symbol -> parameters
                        .text("permissions")
                        .map(wanted -> wanted.contains("SPOT") || (symbol.margin() && wanted.contains("MARGIN")))
                        .orElse(true))
                .toList();
    }

    /** The names in a JSON array of strings. */
    private static List<String> names(String array) {
        return List.of(array.replaceAll("[\\[\\]\" ]", "").split(",", -1));
    }

    private static String status(Symbol symbol, long now) {
        return symbol.open(now) ? "TRADING" : "BREAK";
    }

    private static void limit(JsonGenerator json, String type, String interval, int count, int limit)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("rateLimitType", type);
        json.writeStringField("interval", interval);
        json.writeNumberField("intervalNum", count);
        json.writeNumberField("limit", limit);
        json.writeEndObject();
    }

    private static void write(Symbol symbol, Asked asked, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("symbol", symbol.name());
        json.writeStringField("status", status(symbol, asked.now()));
        json.writeStringField("baseAsset", symbol.base());
        json.writeNumberField("baseAssetPrecision", PRECISION);
        json.writeStringField("quoteAsset", symbol.quote());
        json.writeNumberField("quotePrecision", PRECISION);
        json.writeNumberField("quoteAssetPrecision", PRECISION);
        json.writeNumberField("baseCommissionPrecision", PRECISION);
        json.writeNumberField("quoteCommissionPrecision", PRECISION);
        strings(json, "orderTypes", "LIMIT", "LIMIT_MAKER", "MARKET", "STOP_LOSS_LIMIT", "TAKE_PROFIT_LIMIT");
        for (String able : List.of("icebergAllowed", "ocoAllowed", "otoAllowed")) {
            json.writeBooleanField(able, true);
        }
        for (String able : List.of("quoteOrderQtyMarketAllowed", "allowTrailingStop", "cancelReplaceAllowed")) {
            json.writeBooleanField(able, true);
        }
        json.writeBooleanField("opoAllowed", false);
        json.writeBooleanField("amendAllowed", true);
        json.writeBooleanField("pegInstructionsAllowed", false);
        json.writeBooleanField("isSpotTradingAllowed", true);
        json.writeBooleanField("isMarginTradingAllowed", symbol.margin());
        filters(symbol, json);
        strings(json, "permissions");
        json.writeArrayFieldStart("permissionSets");
        if (!asked.parameters().text("showPermissionSets").orElse("").equals("false")) {
            json.writeStartArray();
            json.writeString("SPOT");
            if (symbol.margin()) {
                json.writeString("MARGIN");
            }
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeStringField("defaultSelfTradePreventionMode", "EXPIRE_MAKER");
        strings(
                json,
                "allowedSelfTradePreventionModes",
                "EXPIRE_TAKER",
                "EXPIRE_MAKER",
                "EXPIRE_BOTH",
                "DECREMENT",
                "TRANSFER");
        json.writeEndObject();
    }

    private static void filters(Symbol symbol, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("filters");
        json.writeStartObject();
        json.writeStringField("filterType", "PRICE_FILTER");
        json.writeStringField("minPrice", Money.padded(symbol.tick()));
        json.writeStringField("maxPrice", "1000000.00000000");
        json.writeStringField("tickSize", Money.padded(symbol.tick()));
        json.writeEndObject();
        json.writeStartObject();
        json.writeStringField("filterType", "LOT_SIZE");
        json.writeStringField("minQty", Money.padded(symbol.step()));
        json.writeStringField("maxQty", "9000000.00000000");
        json.writeStringField("stepSize", Money.padded(symbol.step()));
        json.writeEndObject();
        json.writeEndArray();
    }

    private static void strings(JsonGenerator json, String name, String... values) throws IOException {
        strings(json, name, List.of(values));
    }

    private static void strings(JsonGenerator json, String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }
}
