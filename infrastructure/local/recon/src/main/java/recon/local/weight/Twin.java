package recon.local.weight;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import recon.local.clock.VirtualClock;
import recon.simulator.Limits;
import recon.simulator.SimulatedAccount;
import recon.simulator.Simulator;
import recon.simulator.SimulatorSettings;
import recon.simulator.http.Reply;

/**
 * The same world once more, with limits that nothing reaches: asking it costs the exchange that is measured nothing, and
 * its own counters tell what the asking cost.
 */
final class Twin implements AutoCloseable {
    private static final String POOL = "api:ip";
    private static final String HMAC = "HmacSHA256";

    private final VirtualClock clock;
    private final Simulator exchange;
    private final ObjectMapper json;

    /**
     * The world of these settings at that time.
     *
     * @param folder for its clock and its log of requests
     */
    Twin(SimulatorSettings settings, Instant now, Path folder, ObjectMapper json) {
        int endless = Integer.MAX_VALUE;
        this.json = requireNonNull(json, "json is null");
        this.clock = VirtualClock.open(folder.resolve("clock"), now);
        this.exchange = Simulator.start(
                settings.withLimits(new Limits(endless, endless, endless, endless, endless, endless)),
                clock,
                folder.resolve("exchange"));
    }

    /** What a public endpoint answers. */
    JsonNode ask(String path, Map<String, String> parameters) {
        return answer(path, encoded(parameters), "");
    }

    /** What a signed endpoint answers an account. */
    JsonNode ask(SimulatedAccount account, String path, Map<String, String> parameters) {
        Map<String, String> all = new TreeMap<>(parameters);
        all.put("timestamp", Long.toString(exchange.exchangeTime().toEpochMilli()));
        String query = encoded(all);
        return answer(path, query + "&signature=" + signature(query, account.apiSecret()), account.apiKey());
    }

    /** What all that was asked of {@code /api} cost. */
    long weight() {
        return exchange.counters().minutes(POOL).values().stream()
                .mapToLong(Integer::longValue)
                .sum();
    }

    private JsonNode answer(String path, String query, String key) {
        Reply reply = exchange.ask(path, query, key);
        if (reply.status() != 200) {
            throw new IllegalStateException("the twin answers " + path + "?" + query + " with " + reply.status());
        }
        try {
            return json.readTree(reply.body());
        } catch (IOException e) {
            throw new UncheckedIOException("the twin answers " + path + " with something else than JSON", e);
        }
    }

    private static String encoded(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String signature(String query, String secret) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
            return HexFormat.of().formatHex(mac.doFinal(query.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no " + HMAC, e);
        }
    }

    @Override
    public void close() {
        exchange.close();
        clock.close();
    }
}
