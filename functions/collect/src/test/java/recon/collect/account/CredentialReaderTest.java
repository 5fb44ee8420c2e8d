package recon.collect.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import recon.binance.client.Credentials;
import recon.binance.client.KeyType;
import recon.storage.secret.CredentialReader;
import recon.storage.secret.CredentialReference;
import recon.storage.secret.CredentialsUnusable;

class CredentialReaderTest {
    private static final String HMAC = "{\"apiKey\": \"the-key\", \"secret\": \"s3cr3t\"}";

    @TempDir
    private Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, String> secrets = new HashMap<>();

    @Test
    void keyComesFromTheEnvironment() {
        environment.put("MAIN_API_KEY", "the-key");
        environment.put("MAIN_SECRET", "s3cr3t");

        assertThat(read("env:MAIN").apiKey()).isEqualTo("the-key");
    }

    @Test
    void privateKeyInAVariable_mayHaveItsLineEndsEscaped() throws GeneralSecurityException {
        byte[] key = KeyPairGenerator.getInstance("Ed25519")
                .generateKeyPair()
                .getPrivate()
                .getEncoded();
        environment.put("MAIN_API_KEY", "the-key");
        environment.put(
                "MAIN_PRIVATE_KEY",
                "-----BEGIN PRIVATE KEY-----\\n" + Base64.getEncoder().encodeToString(key)
                        + "\\n-----END PRIVATE KEY-----");

        assertThat(read("env:MAIN").keyType()).isEqualTo(KeyType.ED25519);
    }

    @Test
    void keyComesFromAFileOfItsOwner_besideTheConfiguration() throws IOException {
        write("main.json", "rw-------", HMAC);

        assertThat(read("file:main.json").apiKey()).isEqualTo("the-key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-----w-"})
    void fileIsRefused_whenOthersCanReadOrChangeIt(String rights) throws IOException {
        write("main.json", rights, HMAC);

        assertThatThrownBy(() -> read("file:main.json"))
                .isInstanceOf(CredentialsUnusable.class)
                .hasMessageStartingWith("file:main.json can be read or changed by others: chmod 600 ");
    }

    @Test
    void keyComesFromSecretsManager() {
        secrets.put("binance/main", HMAC);

        assertThat(read("secrets-manager:binance/main").apiKey()).isEqualTo("the-key");
        assertThatThrownBy(() -> read("secrets-manager:binance/other"))
                .hasMessage("secrets-manager:binance/other does not exist: create it, or correct the name");
    }

    @Test
    void missingVariableAndFile_areNamed() {
        assertThatThrownBy(() -> read("env:MAIN"))
                .hasMessage("env:MAIN is not set: export MAIN_API_KEY and MAIN_SECRET");
        assertThatThrownBy(() -> read("file:no.json"))
                .hasMessage("file:no.json is no file: create it, readable by you alone");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "apiKey=abcdef",
                "{\"apiKey\": \"abcdef\"",
                "{\"apiKey\": \"abcdef\"}",
                "{\"apiKey\": \"abcdef\", \"secret\": \"x\", \"privateKey\": \"y\"}",
                "{\"apiKey\": \"abcdef\", \"privateKey\": \"abcdef\"}",
                "{\"secret\": \"abcdef\"}",
                ""
            })
    void unusableDocumentIsRefused_withoutShowingAnyOfIt(String document) throws IOException {
        write("main.json", "rw-------", document);

        assertThatThrownBy(() -> read("file:main.json"))
                .isInstanceOf(CredentialsUnusable.class)
                .hasMessageStartingWith("file:main.json ")
                .hasMessageNotContaining("abcdef");
    }

    private Credentials read(String reference) {
        return new CredentialReader(
                        folder,
                        name -> Optional.ofNullable(environment.get(name)),
                        name -> Optional.ofNullable(secrets.get(name)))
                .read(CredentialReference.parse(reference), Credentials::hmac, Credentials::privateKey);
    }

    private void write(String name, String rights, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
    }
}
