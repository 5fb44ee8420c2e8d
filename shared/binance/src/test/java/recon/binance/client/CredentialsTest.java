package recon.binance.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {
    private static final String NEEDED = "unencrypted PKCS#8 PEM, which begins with -----BEGIN PRIVATE KEY-----";
    private static final String BODY = "MIIEpAIBAAKCAQEA1j1lj2ChgQ9UsUfpCfghp1SP3g5ZWxLm";

    @ParameterizedTest
    @EnumSource(KeyType.class)
    void theTypeOfAKeyIsFound_inTheKeyItself(KeyType type) {
        assertThat(TestKeys.credentials(type).keyType()).isEqualTo(type);
        assertThat(TestKeys.credentials(type).apiKey()).isEqualTo("the-key");
    }

    @ParameterizedTest
    @EnumSource(KeyType.class)
    void nothingShows_inAnyText(KeyType type) {
        Credentials credentials = TestKeys.credentials(type);
        assertThat(credentials.toString()).isEqualTo("Credentials[hidden]");
        assertThat(credentials.signer().toString()).matches("(Hmac|PrivateKey)Signer\\[hidden]");
    }

    @Test
    void aPrivateKeyIsRead_whateverItsLineEndsAndWhatStandsAroundIt() {
        String expected = TestKeys.credentials(KeyType.RSA).signer().sign("a=b");
        for (String text : new String[] {
            TestKeys.RSA.replace("\n", "\r\n"),
            TestKeys.RSA.replace("\n", " "),
            "Bag Attributes\n" + TestKeys.RSA + "\n\n"
        }) {
            assertThat(Credentials.privateKey("k", text).signer().sign("a=b")).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ENCRYPTED PRIVATE KEY, '', is encrypted",
        "RSA PRIVATE KEY, 'Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00\n\n', is encrypted",
        "RSA PRIVATE KEY, '', of another form",
        "EC PRIVATE KEY, '', of another form",
        "OPENSSH PRIVATE KEY, '', of another form",
        "PUBLIC KEY, '', of another form",
        "PRIVATE KEY, '!', not base64",
        "PRIVATE KEY, '', is damaged"
    })
    void aKeyOfAnotherForm_isRefusedWithTheFormThatIsNeeded(String label, String extra, String what) {
        refused("-----BEGIN " + label + "-----\n" + extra + BODY + "\n-----END " + label + "-----\n", what);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                BODY,
                "-----BEGIN PRIVATE KEY-----\n" + BODY,
                "-----BEGIN PRIVATE KEY-----\n" + BODY + "\n-----END PUBLIC KEY-----"
            })
    void aTextWithoutAWholeBlock_isRefused(String text) {
        refused(text, "no PEM block");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EC", "X25519", "Ed448", "RSASSA-PSS"})
    void aKeyOfAnotherAlgorithm_isRefused(String algorithm) throws GeneralSecurityException {
        byte[] key = KeyPairGenerator.getInstance(algorithm)
                .generateKeyPair()
                .getPrivate()
                .getEncoded();
        refused(TestKeys.pem(key), "neither an RSA nor an Ed25519 key");
        assertThatThrownBy(() -> Credentials.privateKey("k", TestKeys.pem(key)))
                .hasMessageNotContaining(Base64.getEncoder().encodeToString(key).substring(20, 60));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "my-api-key\n", "my-api key", "my-api-kéy"})
    void anApiKeyThatCannotBeOne_isRefusedWithoutRepeatingIt(String apiKey) {
        assertThatThrownBy(() -> Credentials.hmac(apiKey, "secret"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("my-api");
        assertThatThrownBy(() -> Credentials.privateKey(apiKey, TestKeys.ED25519))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("my-api");
    }

    @Test
    void aBlankSecret_isRefusedWithoutRepeatingTheKey() {
        assertThatThrownBy(() -> Credentials.hmac("my-api-key", " "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("my-api-key");
    }

    private static void refused(String text, String what) {
        assertThatThrownBy(() -> Credentials.privateKey("my-api-key", text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(what)
                .hasMessageContaining(NEEDED)
                .satisfies(thrown -> {
                    StringWriter all = new StringWriter();
                    thrown.printStackTrace(new PrintWriter(all));
                    assertThat(all.toString()).doesNotContain(BODY, "my-api-key");
                });
    }
}
