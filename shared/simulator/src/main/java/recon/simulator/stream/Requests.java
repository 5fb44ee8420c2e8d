package recon.simulator.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import recon.simulator.SimulatedAccount;
import recon.simulator.http.Refusal;
import recon.simulator.http.SignedRequests;
import recon.simulator.limits.Bucket;
import recon.simulator.limits.Budgets;
import recon.simulator.limits.Verdict;

/** Answers what sessions ask. */
final class Requests {
    static final String REVOKED = "{\"id\":null,\"status\":401,\"error\":{\"code\":-2015,"
            + "\"msg\":\"Invalid API-key, IP, or permissions for action.\"}}";
    private static final int MOST_ACTIVE = 1_000;
    private static final int MOST_EVER = 65_535;
    private static final int OK = 200;
    private static final int CHEAP = 1;
    private static final int USUAL = 2;
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final StreamHub hub;
    private final SignedRequests signed;
    private final Budgets budgets;

    Requests(StreamHub hub, SignedRequests signed, Budgets budgets) {
        this.hub = hub;
        this.signed = signed;
        this.budgets = budgets;
    }

    void answer(StreamSession session, String text) {
        Optional<JsonNode> parsed = parse(text);
        JsonNode id = parsed.map(node -> node.path("id"))
                .filter(node -> !node.isMissingNode())
                .orElseGet(MAPPER::nullNode);
        String method = parsed.map(node -> node.path("method").asText("")).orElse("");
        if (method.startsWith("v3/")) {
            method = method.substring("v3/".length());
        }
        int weight = method.equals("ping") || method.equals("time") ? CHEAP : USUAL;
        ObjectNode answer = MAPPER.createObjectNode();
        answer.set("id", id);
        Verdict verdict = budgets.admit(hub.now(), Optional.of(Bucket.api()), weight);
        Optional<String> uid = Optional.empty();
        Runnable afterwards = () -> {};
        switch (verdict) {
            case Verdict.Banned ban -> tooMany(answer, 418, ban.untilMs());
            case Verdict.TooMany broken -> tooMany(answer, 429, hub.now() + broken.retryAfterSeconds() * 1_000);
            case Verdict.Admitted _ -> {
                try {
                    if (parsed.isEmpty()) {
                        throw Refusal.of(-1135, "Invalid JSON Request");
                    }
                    Outcome outcome = evaluate(session, method, parameters(parsed.get()));
                    uid = outcome.uid;
                    afterwards = outcome.afterwards;
                    answer.put("status", OK).set("result", outcome.result);
                } catch (Refusal refusal) {
                    answer.put("status", refusal.status());
                    answer.putObject("error").put("code", refusal.code()).put("msg", refusal.text());
                }
            }
        }
        if (session.connected().showsLimits()) {
            limits(answer, verdict);
        }
        hub.logged(method, uid, answer.path("status").asInt(), Bucket.api(), weight);
        session.send(answer.toString());
        afterwards.run();
        if (verdict instanceof Verdict.Banned) {
            session.close("banned");
        }
    }

    /** A result, whose account it is, and what happens once it is sent. */
    private record Outcome(JsonNode result, Optional<String> uid, Runnable afterwards) {
        private static Outcome of(JsonNode result) {
            return new Outcome(result, Optional.empty(), () -> {});
        }
    }

    private Outcome evaluate(StreamSession session, String method, Map<String, String> parameters) throws Refusal {
        long now = hub.now();
        return switch (method) {
            case "ping" -> Outcome.of(MAPPER.createObjectNode());
            case "time" ->
                Outcome.of(MAPPER.createObjectNode()
                        .put("serverTime", now * session.connected().perMs()));
            case "session.logon" -> {
                SimulatedAccount account = signed.logon(parameters, now);
                session.logon(
                        Optional.of(new StreamSession.Logon(parameters.getOrDefault("apiKey", ""), account, now)));
                yield new Outcome(status(session, now), Optional.of(account.uid()), () -> {});
            }
            case "session.status" -> Outcome.of(status(session, now));
            case "session.logout" -> logout(session, now);
            case "session.subscriptions" -> {
                var ids = MAPPER.createArrayNode();
                session.active().forEach(each -> ids.addObject().put("subscriptionId", each.id()));
                yield Outcome.of(ids);
            }
            case "userDataStream.subscribe" -> {
                StreamSession.Logon logon = session.logon()
                        .orElseThrow(
                                () -> Refusal.unauthorized(-2015, "Invalid API-key, IP, or permissions for action."));
                yield subscribe(session, logon.account(), logon.apiKey(), true);
            }
            case "userDataStream.subscribe.signature" ->
                subscribe(session, signed.caller(parameters, now), parameters.getOrDefault("apiKey", ""), false);
            case "userDataStream.unsubscribe" -> unsubscribe(session, parameters, now);
            default -> throw Refusal.of(-1020, "This operation is not supported.");
        };
    }

    private Outcome subscribe(StreamSession session, SimulatedAccount account, String apiKey, boolean byLogon)
            throws Refusal {
        if (session.active().stream().anyMatch(each -> each.account().uid().equals(account.uid()))) {
            throw Refusal.of(-2035, "User Data Stream subscription already active.");
        }
        if (session.active().size() >= MOST_ACTIVE || session.subscriptionsEver() >= MOST_EVER) {
            throw Refusal.of(-2042, "Maximum subscription ID reached for this connection.");
        }
        Subscription subscription = session.subscribe(account, apiKey, byLogon);
        if (hub.faults().early(session.id(), subscription.id(), account.uid())) {
            hub.sendEarly(subscription, hub.now());
        }
        return new Outcome(
                MAPPER.createObjectNode().put("subscriptionId", subscription.id()),
                Optional.of(account.uid()),
                () -> {});
    }

    private Outcome unsubscribe(StreamSession session, Map<String, String> parameters, long now) throws Refusal {
        String asked = parameters.getOrDefault("subscriptionId", "");
        if (!asked.isEmpty() && !asked.matches("[0-9]{1,9}")) {
            throw Refusal.of(
                    -1100, "Illegal characters found in parameter 'subscriptionId'; legal range is '^[0-9]+$'.");
        }
        var ending = asked.isEmpty()
                ? session.active()
                : session.active(Integer.parseInt(asked)).stream().toList();
        if (ending.isEmpty()) {
            throw Refusal.of(-2036, "User Data Stream subscription not active.");
        }
        return new Outcome(
                MAPPER.createObjectNode(),
                Optional.empty(),
                () -> ending.forEach(each -> session.terminate(each, now)));
    }

    private Outcome logout(StreamSession session, long now) {
        session.logon(Optional.empty());
        var ending = session.active().stream().filter(Subscription::byLogon).toList();
        ObjectNode result = status(session, now);
        result.put("userDataStream", session.active().size() > ending.size());
        return new Outcome(result, Optional.empty(), () -> ending.forEach(each -> session.terminate(each, now)));
    }

    private static ObjectNode status(StreamSession session, long now) {
        int perMs = session.connected().perMs();
        ObjectNode result = MAPPER.createObjectNode();
        session.logon()
                .ifPresentOrElse(
                        logon -> result.put("apiKey", logon.apiKey()).put("authorizedSince", logon.since() * perMs),
                        () -> result.putNull("apiKey").putNull("authorizedSince"));
        return result.put("connectedSince", session.connected().at() * perMs)
                .put("returnRateLimits", session.connected().showsLimits())
                .put("serverTime", now * perMs)
                .put("userDataStream", !session.active().isEmpty());
    }

    private void tooMany(ObjectNode answer, int status, long retryAfter) {
        String text = status == 418
                ? "Way too much request weight used; IP banned until " + retryAfter + "."
                : "Too many requests; current limit of the window is broken.";
        ObjectNode error = answer.put("status", status).putObject("error");
        error.put("code", -1003).put("msg", text);
        error.putObject("data").put("serverTime", hub.now()).put("retryAfter", retryAfter);
    }

    private void limits(ObjectNode answer, Verdict verdict) {
        int used = switch (verdict) {
            case Verdict.Admitted admitted -> admitted.used();
            case Verdict.TooMany broken -> broken.used();
            case Verdict.Banned _ -> budgets.limit(Bucket.api().name());
        };
        answer.putArray("rateLimits")
                .addObject()
                .put("rateLimitType", "REQUEST_WEIGHT")
                .put("interval", "MINUTE")
                .put("intervalNum", 1)
                .put("limit", budgets.limit(Bucket.api().name()))
                .put("count", used);
    }

    private static Optional<JsonNode> parse(String text) {
        try {
            return Optional.ofNullable(MAPPER.readTree(text)).filter(JsonNode::isObject);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static Map<String, String> parameters(JsonNode request) {
        Map<String, String> parameters = new TreeMap<>();
        request.path("params")
                .properties()
                .forEach(each -> parameters.put(each.getKey(), each.getValue().asText()));
        return parameters;
    }
}
