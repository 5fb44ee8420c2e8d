package recon.simulator;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import recon.simulator.draw.Draw;

/** Draws the accounts and their keys. Each kind of key has draws of its own, so that none disturbs another. */
final class Registrations {
    private static final int KEY_LENGTH = 64;
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    /** Before the 32 bytes of an Ed25519 private key in PKCS#8 (RFC 8410). */
    private static final byte[] ED25519_HEAD = HexFormat.of().parseHex("302e020100300506032b657004220420");

    private static final int ED25519_BYTES = 32;
    private static final Pattern BETWEEN_PAIRS = Pattern.compile("(?<=-----END PRIVATE KEY-----\n)");

    private final long seed;
    private final List<String> rsaKeys;

    private Registrations(long seed, List<String> rsaKeys) {
        this.seed = seed;
        this.rsaKeys = rsaKeys;
    }

    static List<SimulatedAccount> of(SimulatorSettings settings) {
        Registrations registrations = new Registrations(settings.seed(), rsaKeys());
        List<SimulatedAccount> accounts = new ArrayList<>();
        for (int i = 0; i < settings.accounts(); i++) {
            accounts.add(registrations.account(i));
        }
        return List.copyOf(accounts);
    }

    private SimulatedAccount account(int place) {
        Draw draw = Draw.of(seed, "account", place);
        String uid = Long.toString(350_000_000L + place * 1_000_000L + draw.below(999_999));
        SimulatedKey hmac =
                new SimulatedKey(KeyType.HMAC, draw.text(ALPHABET, KEY_LENGTH), draw.text(ALPHABET, KEY_LENGTH));
        return new SimulatedAccount(
                uid,
                place == 0 ? "main@example.com" : "sub" + place + "@example.com",
                place == 0,
                List.of(hmac, rsa(place), ed25519(place)));
    }

    /** Making such a pair takes a second: some are at hand, and every fifth account has the pair of the first. */
    private SimulatedKey rsa(int place) {
        String apiKey = Draw.of(seed, "rsa key", place).text(ALPHABET, KEY_LENGTH);
        return new SimulatedKey(KeyType.RSA, apiKey, rsaKeys.get(place % rsaKeys.size()));
    }

    private SimulatedKey ed25519(int place) {
        Draw draw = Draw.of(seed, "ed25519 key", place);
        String apiKey = draw.text(ALPHABET, KEY_LENGTH);
        byte[] encoded = new byte[ED25519_HEAD.length + ED25519_BYTES];
        System.arraycopy(ED25519_HEAD, 0, encoded, 0, ED25519_HEAD.length);
        for (int i = ED25519_HEAD.length; i < encoded.length; i++) {
            encoded[i] = (byte) draw.next();
        }
        String pem = "-----BEGIN PRIVATE KEY-----\n" + Base64.getEncoder().encodeToString(encoded)
                + "\n-----END PRIVATE KEY-----\n";
        return new SimulatedKey(KeyType.ED25519, apiKey, pem);
    }

    private static List<String> rsaKeys() {
        try (InputStream in = Registrations.class.getResourceAsStream("rsa-keys.pem")) {
            if (in == null) {
                throw new FileNotFoundException("rsa-keys.pem");
            }
            return List.of(BETWEEN_PAIRS.split(new String(in.readAllBytes(), StandardCharsets.US_ASCII)));
        } catch (IOException e) {
            throw new UncheckedIOException("the simulator's RSA keys cannot be read", e);
        }
    }
}
