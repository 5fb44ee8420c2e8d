package recon.simulator.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import recon.simulator.Limits;
import recon.simulator.market.Contract;
import recon.simulator.market.Settlement;

/** {@code GET /fapi/v1/exchangeInfo}: limits, margin assets and contracts. */
final class FuturesExchangeInfo implements Endpoint {
    private static final int ORDERS_PER_MINUTE = 1_200;
    private static final int ORDERS_PER_TEN_SECONDS = 300;
    private static final long NEVER = 4_133_404_800_000L;
    private static final long ANNOUNCED_MS = 2 * 86_400_000L;

    private final Limits limits;

    FuturesExchangeInfo(Limits limits) {
        this.limits = limits;
    }

    @Override
    public String path() {
        return "/fapi/v1/exchangeInfo";
    }

    @Override
    public Access access() {
        return Access.OPEN;
    }

    @Override
    public Set<String> parameters() {
        return Set.of();
    }

    @Override
    public void answer(Asked asked, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("timezone", "UTC");
        json.writeNumberField("serverTime", asked.now());
        json.writeStringField("futuresType", "U_MARGINED");
        json.writeArrayFieldStart("rateLimits");
        limit("REQUEST_WEIGHT", "MINUTE", 1, limits.fapiWeightPerMinute(), json);
        limit("ORDERS", "MINUTE", 1, ORDERS_PER_MINUTE, json);
        limit("ORDERS", "SECOND", 10, ORDERS_PER_TEN_SECONDS, json);
        json.writeEndArray();
        json.writeArrayFieldStart("exchangeFilters");
        json.writeEndArray();
        json.writeArrayFieldStart("assets");
        for (String asset : Margins.ASSETS) {
            json.writeStartObject();
            json.writeStringField("asset", asset);
            json.writeBooleanField("marginAvailable", true);
            json.writeStringField("autoAssetExchange", "0");
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("symbols");
        for (Contract contract : Contract.all()) {
            write(contract, asked.world().market().settlement(), asked.now(), json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void limit(String type, String interval, int number, int limit, JsonGenerator json)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("rateLimitType", type);
        json.writeStringField("interval", interval);
        json.writeNumberField("intervalNum", number);
        json.writeNumberField("limit", limit);
        json.writeEndObject();
    }

    private static void write(Contract contract, Settlement end, long now, JsonGenerator json) throws IOException {
        boolean announced = contract.symbol().equals(end.symbol()) && now > end.at() - ANNOUNCED_MS;
        json.writeStartObject();
        json.writeStringField("symbol", contract.symbol());
        json.writeStringField("pair", contract.symbol());
        json.writeStringField("contractType", "PERPETUAL");
        json.writeNumberField("deliveryDate", announced ? end.at() : NEVER);
        json.writeNumberField("onboardDate", Klines.LISTED);
        json.writeStringField("status", end.open(contract, now) ? "TRADING" : "CLOSE");
        json.writeStringField("maintMarginPercent", "2.5000");
        json.writeStringField("requiredMarginPercent", "5.0000");
        json.writeStringField("baseAsset", contract.base());
        json.writeStringField("quoteAsset", Contract.MARGIN_ASSET);
        json.writeStringField("marginAsset", Contract.MARGIN_ASSET);
        json.writeNumberField("pricePrecision", contract.tick().scale());
        json.writeNumberField("quantityPrecision", contract.step().scale());
        json.writeNumberField("baseAssetPrecision", 8);
        json.writeNumberField("quotePrecision", 8);
        json.writeStringField("underlyingType", "COIN");
        words("underlyingSubType", List.of(), json);
        json.writeNumberField("settlePlan", 0);
        json.writeStringField("triggerProtect", "0.0500");
        filters(contract, json);
        words("orderTypes", List.of("LIMIT", "MARKET", "STOP", "STOP_MARKET"), json);
        words("timeInForce", List.of("GTC", "IOC", "FOK", "GTX", "GTD"), json);
        json.writeStringField("liquidationFee", "0.012500");
        json.writeStringField("marketTakeBound", "0.05");
        json.writeEndObject();
    }

    private static void filters(Contract contract, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("filters");
        json.writeStartObject();
        json.writeStringField("filterType", "PRICE_FILTER");
        json.writeStringField("tickSize", contract.tick().toPlainString());
        json.writeEndObject();
        json.writeStartObject();
        json.writeStringField("filterType", "LOT_SIZE");
        json.writeStringField("stepSize", contract.step().toPlainString());
        json.writeEndObject();
        json.writeEndArray();
    }

    private static void words(String name, List<String> words, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(name);
        for (String word : words) {
            json.writeString(word);
        }
        json.writeEndArray();
    }
}
