package recon.simulator.http;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import recon.simulator.Activity;
import recon.simulator.SimulatedAccount;

/** Checks what every request must have before an endpoint looks at it. */
final class Gate {
    private static final Set<String> SIGNING = Set.of("timestamp", "recvWindow", "signature");
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9]+");
    private static final Pattern WINDOW = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,3})?");
    private static final BigDecimal DEFAULT_WINDOW_MS = BigDecimal.valueOf(5_000);
    private static final BigDecimal LARGEST_WINDOW_MS = BigDecimal.valueOf(60_000);
    private static final long AHEAD_MS = 1_000;
    private static final long MICROSECONDS_FROM = 1_000_000_000_000_000L;

    private static final String MARGIN = "/sapi/v1/margin/";
    private static final String FUTURES = "/fapi/";

    private final Keys keys;
    private final Predicate<Activity> does;

    /** @param does what the accounts do: without it they have never opened the wallets it needs */
    Gate(Keys keys, Predicate<Activity> does) {
        this.keys = keys;
        this.does = does;
    }

    /** The caller, if the endpoint asks for one. */
    Optional<SimulatedAccount> pass(Endpoint endpoint, Call call, Parameters parameters, long now) throws Refusal {
        if (!call.method().equals(endpoint.method())) {
            throw Refusal.of(-1020, "This operation is not supported.");
        }
        Optional<SimulatedAccount> caller =
                endpoint.access() == Endpoint.Access.OPEN ? Optional.empty() : Optional.of(owner(call.apiKey()));
        wellFormed(endpoint, parameters);
        if (caller.isPresent()) {
            signed(call.apiKey(), parameters, parameters.signedPart(), now);
            allowed(endpoint, call.apiKey(), caller.get());
        }
        return caller;
    }

    private SimulatedAccount owner(String apiKey) throws Refusal {
        if (!KEY.matcher(apiKey).matches()) {
            throw Refusal.unauthorized(-2014, "API-key format invalid.");
        }
        return keys.owner(apiKey).orElseThrow(Gate::noPermission);
    }

    private static void wellFormed(Endpoint endpoint, Parameters parameters) throws Refusal {
        if (!parameters.repeated().isEmpty()) {
            throw Refusal.of(-1101, "Duplicate values for a parameter detected.");
        }
        for (String name : parameters.names()) {
            if (!SIGNING.contains(name) && parameters.text(name).orElse("").isEmpty()) {
                throw Refusal.of(-1105, "Parameter '" + name + "' was empty.");
            }
        }
        long read = parameters.names().stream()
                .filter(name -> SIGNING.contains(name) || endpoint.parameters().contains(name))
                .count();
        if (endpoint.charge() == Endpoint.Charge.API
                && read < parameters.names().size()) {
            throw Refusal.of(
                    -1104,
                    "Not all sent parameters were read; read '" + read + "' parameter(s) but was sent '"
                            + parameters.names().size() + "'.");
        }
    }

    /**
     * The caller of a signed request that says by itself which key it comes with.
     *
     * @param payload what the signature covers
     */
    SimulatedAccount caller(Parameters parameters, String payload, long now) throws Refusal {
        String apiKey = parameters.mandatory("apiKey");
        SimulatedAccount caller = owner(apiKey);
        signed(apiKey, parameters, payload, now);
        if (!keys.rights(apiKey).getOrDefault(Keys.READING, false)) {
            throw noPermission();
        }
        return caller;
    }

    private void signed(String apiKey, Parameters parameters, String payload, long now) throws Refusal {
        String signature = parameters.mandatory("signature");
        long sent = parameters.number("timestamp").orElseThrow(() -> Refusal.missing("timestamp"));
        long timestamp = sent >= MICROSECONDS_FROM ? sent / 1_000 : sent;
        BigDecimal window = receiveWindow(parameters);
        if (timestamp >= now + AHEAD_MS) {
            throw Refusal.of(-1021, "Timestamp for this request was 1000ms ahead of the server's time.");
        }
        if (BigDecimal.valueOf(now - timestamp).compareTo(window) > 0) {
            throw Refusal.of(-1021, "Timestamp for this request is outside of the recvWindow.");
        }
        if (!keys.signed(apiKey, payload, signature)) {
            throw Refusal.of(-1022, "Signature for this request is not valid.");
        }
    }

    private static BigDecimal receiveWindow(Parameters parameters) throws Refusal {
        if (!parameters.has("recvWindow")) {
            return DEFAULT_WINDOW_MS;
        }
        String text = parameters.text("recvWindow").orElse("");
        if (!WINDOW.matcher(text).matches()) {
            throw Refusal.invalid("recvWindow");
        }
        BigDecimal window = new BigDecimal(text);
        if (window.compareTo(LARGEST_WINDOW_MS) > 0) {
            throw Refusal.of(-1131, "recvWindow must be less than 60000.");
        }
        return window;
    }

    private void allowed(Endpoint endpoint, String apiKey, SimulatedAccount caller) throws Refusal {
        boolean reads = keys.rights(apiKey).getOrDefault(Keys.READING, false);
        if (!reads && !endpoint.path().equals(ApiRestrictions.PATH)) {
            throw noPermission();
        }
        boolean wrongKind = (endpoint.access() == Endpoint.Access.MAIN && !caller.main())
                || (endpoint.access() == Endpoint.Access.SUB && caller.main());
        if (wrongKind) {
            throw Refusal.of(-1002, "You are not authorized to execute this request.");
        }
        if (endpoint.path().startsWith(MARGIN) && !does.test(Activity.MARGIN)) {
            throw Refusal.of(-3003, "Margin account does not exist.");
        }
        if (endpoint.path().startsWith(FUTURES) && !does.test(Activity.FUTURES)) {
            throw noPermission();
        }
    }

    private static Refusal noPermission() {
        return Refusal.unauthorized(-2015, "Invalid API-key, IP, or permissions for action.");
    }
}
