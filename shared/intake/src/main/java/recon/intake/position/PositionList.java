package recon.intake.position;

import java.util.Optional;
import java.util.stream.Stream;

/** The lists of the exchange that positions are made of. */
public enum PositionList {
    /** {@code GET /fapi/v1/userTrades}. */
    TRADES("futures-trades", "userTrades"),
    /** {@code GET /fapi/v1/allOrders}. */
    ORDERS("futures-orders", "allOrders"),
    /** {@code GET /fapi/v1/allAlgoOrders}. */
    ALGO_ORDERS("futures-algo-orders", "allAlgoOrders"),
    /** {@code GET /fapi/v1/forceOrders}. */
    FORCE_ORDERS("futures-force-orders", "forceOrders"),
    /** {@code GET /fapi/v1/income}. */
    INCOME("futures-income", "income"),
    /** {@code GET /fapi/v3/positionRisk}. */
    POSITIONS("futures-positions", "positionRisk"),
    /** {@code GET /fapi/v1/fundingRate}. */
    FUNDING_RATES("funding-rates", "fundingRate"),
    /** The {@code symbols} of {@code GET /fapi/v1/exchangeInfo}. */
    CONTRACTS("futures-info", "exchangeInfo");

    private final String source;
    private final String endpoint;

    PositionList(String source, String endpoint) {
        this.source = source;
        this.endpoint = endpoint;
    }

    /** Under which source its answers are archived. */
    public String source() {
        return source;
    }

    /** The last part of the endpoint's path. */
    public String endpoint() {
        return endpoint;
    }

    /** The list of an endpoint, by the last part of its path. */
    public static Optional<PositionList> ofEndpoint(String name) {
        return Stream.of(values()).filter(list -> list.endpoint.equals(name)).findFirst();
    }
}
