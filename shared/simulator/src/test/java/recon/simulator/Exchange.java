package recon.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A simulator on a clock of its own, and a client that signs; what most tests start from. */
final class Exchange implements AutoCloseable {
    static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 10);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    final DrivenTime time;
    final Simulator simulator;
    private final HttpClient client = HttpClient.newHttpClient();

    Exchange(SimulatorSettings settings, Path folder, Instant now) {
        this.time = new DrivenTime(now);
        this.simulator = Simulator.start(settings, time, folder);
    }

    /** Three accounts, seed 7, at 10:00:10 on the third day: well within a clock minute. */
    static Exchange ordinary(Path folder) {
        return new Exchange(settings(7), folder, day(2).plusSeconds(36_010));
    }

    static SimulatorSettings settings(long seed) {
        return SimulatorSettings.of(seed, 3, FIRST_DAY);
    }

    /** Sets the exchange's own clock. */
    void jumpTo(Instant exchangeTime) {
        time.jumpTo(time.instant().plus(Duration.between(simulator.exchangeTime(), exchangeTime)));
    }

    /** Midnight at which a day begins, counted from the first day as 0. */
    static Instant day(int number) {
        return FIRST_DAY.plusDays(number).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    SimulatedAccount main() {
        return simulator.accounts().getFirst();
    }

    SimulatedAccount sub(int number) {
        return simulator.accounts().get(number);
    }

    /** A signed request as an honest client sends it; the query must be encoded. */
    HttpResponse<String> signed(SimulatedAccount account, String path, String query) {
        String stamped = (query.isEmpty() ? "" : query + "&") + "timestamp="
                + simulator.exchangeTime().toEpochMilli();
        return send(account.apiKey(), path, stamped + "&signature=" + hmac(account.apiSecret(), stamped));
    }

    /** A signed POST; query and body must be encoded, the stamp goes into the query, the signature covers both. */
    HttpResponse<String> posted(SimulatedAccount account, String path, String query, String body) {
        String stamped = (query.isEmpty() ? "" : query + "&") + "timestamp="
                + simulator.exchangeTime().toEpochMilli();
        String signed = stamped + "&signature=" + hmac(account.apiSecret(), stamped + body);
        return exchange(HttpRequest.newBuilder(URI.create(simulator.baseUri() + path + "?" + signed))
                .header("X-MBX-APIKEY", account.apiKey())
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** The same under any key of an account. */
    HttpResponse<String> signed(SimulatedKey key, String path, String query) {
        String stamped = (query.isEmpty() ? "" : query + "&") + "timestamp="
                + simulator.exchangeTime().toEpochMilli();
        return send(key.apiKey(), path, stamped + "&signature=" + signature(key, stamped));
    }

    /** What the owner of a key puts into the query, percent-encoded. */
    static String signature(SimulatedKey key, String payload) {
        return switch (key.type()) {
            case HMAC -> hmac(key.secret(), payload);
            case RSA -> encoded("RSA", "SHA256withRSA", key, payload);
            case ED25519 -> encoded("Ed25519", "Ed25519", key, payload);
        };
    }

    /** The same for a parameter of the WebSocket API, where nothing is encoded. */
    static String bareSignature(SimulatedKey key, String payload) {
        return URLDecoder.decode(signature(key, payload), StandardCharsets.UTF_8);
    }

    private static String encoded(String kind, String algorithm, SimulatedKey key, String payload) {
        try {
            byte[] pkcs8 = Base64.getMimeDecoder().decode(key.secret().replaceAll("-----[A-Z ]+-----", ""));
            Signature signer = Signature.getInstance(algorithm);
            signer.initSign(KeyFactory.getInstance(kind).generatePrivate(new PKCS8EncodedKeySpec(pkcs8)));
            signer.update(payload.getBytes(StandardCharsets.UTF_8));
            return URLEncoder.encode(Base64.getEncoder().encodeToString(signer.sign()), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A request exactly as given; an empty key is not sent. */
    HttpResponse<String> send(String key, String path, String query) {
        URI uri = URI.create(simulator.baseUri() + path + (query.isEmpty() ? "" : "?" + query));
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        if (!key.isEmpty()) {
            request.header("X-MBX-APIKEY", key);
        }
        return exchange(request);
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The body of a signed request that must succeed. */
    JsonNode json(SimulatedAccount account, String path, String query) {
        HttpResponse<String> response = signed(account, path, query);
        if (response.statusCode() != 200) {
            throw new AssertionError(path + "?" + query + ": " + response.statusCode() + " " + response.body());
        }
        return parse(response.body());
    }

    static JsonNode parse(String body) {
        try {
            return MAPPER.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int code(HttpResponse<String> response) {
        return parse(response.body()).path("code").asInt();
    }

    static String hmac(String secret, String payload) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(payload.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.close();
        simulator.close();
    }
}
