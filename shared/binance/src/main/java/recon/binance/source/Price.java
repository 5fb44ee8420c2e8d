package recon.binance.source;

import java.util.List;
import recon.binance.budget.Charge;

/** What a request costs, and in which bucket. */
public interface Price {
    /** The charges of one request. */
    List<Charge> charges(String path, Scope scope);

    /** {@code /api}, which counts by address. */
    static Price api(int weight) {
        return (path, scope) -> scope.charges().api(weight);
    }

    /** {@code /sapi}, an endpoint that counts by address. */
    static Price sapiIp(int weight) {
        return (path, scope) -> scope.charges().sapiIp(path, weight);
    }

    /** {@code /sapi}, an endpoint that counts by account. */
    static Price sapiUid(int weight) {
        return (path, scope) ->
                scope.charges().sapiUid(path, weight, scope.account().id());
    }

    /** {@code /fapi}, which counts by address. */
    static Price fapi(int weight) {
        return (path, scope) -> scope.charges().fapi(weight);
    }

    /** Rates of funding, which count requests by address apart from the rest of {@code /fapi}. */
    static Price fundingRates() {
        return (path, scope) -> scope.charges().fundingRates();
    }

    /** {@code /sapi}, an endpoint that counts by account and second. */
    static Price sapiUidSecond(int weight) {
        return (path, scope) ->
                scope.charges().sapiUidSecond(path, weight, scope.account().id());
    }
}
