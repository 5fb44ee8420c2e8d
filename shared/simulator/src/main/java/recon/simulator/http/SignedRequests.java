package recon.simulator.http;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import recon.simulator.KeyType;
import recon.simulator.SimulatedAccount;

/** Judges the signatures of the WebSocket API: over all parameters but the signature, by name, nothing encoded. */
public final class SignedRequests {
    private static final String SIGNATURE = "signature";

    private final Keys keys;
    private final Gate gate;

    /** Judges by these keys. */
    public SignedRequests(Keys keys) {
        this.keys = keys;
        this.gate = new Gate(keys, _ -> true);
    }

    /**
     * Who signed.
     *
     * @param parameters as sent, numbers in the digits they were sent in
     * @param now the exchange's clock, epoch ms
     */
    public SimulatedAccount caller(Map<String, String> parameters, long now) throws Refusal {
        SortedMap<String, String> covered = new TreeMap<>(parameters);
        covered.remove(SIGNATURE);
        String payload = covered.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("&"));
        return gate.caller(Parameters.of(parameters), payload, now);
    }

    /** The same for a session that is to be logged on, for which one type of key alone is good. */
    public SimulatedAccount logon(Map<String, String> parameters, long now) throws Refusal {
        SimulatedAccount caller = caller(parameters, now);
        KeyType type = keys.type(parameters.getOrDefault("apiKey", "")).orElse(KeyType.HMAC);
        if (type != KeyType.ED25519) {
            // The documentation has no number for this; this one has been seen.
            throw Refusal.of(-4056, (type == KeyType.HMAC ? "HMAC_SHA256" : "RSA") + " API key is not supported.");
        }
        return caller;
    }
}
