package recon.storage.secret;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a stub that speaks Secrets Manager's protocol and knows one secret. */
class SecretsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private HttpServer server;
    private Secrets secrets;

    @BeforeEach
    void serve() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String asked =
                    JSON.readTree(exchange.getRequestBody()).path("SecretId").asText();
            boolean known = asked.equals("binance/main");
            byte[] answer = JSON.writeValueAsString(
                            known
                                    ? Map.of("Name", asked, "SecretString", "{\"apiKey\":\"k\"}")
                                    : Map.of("__type", "ResourceNotFoundException", "Message", "can't find it"))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
            exchange.sendResponseHeaders(known ? 200 : 400, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        String endpoint = "http://127.0.0.1:" + server.getAddress().getPort();
        secrets = Secrets.open(name -> Optional.ofNullable(
                Map.of("recon.aws.secrets-endpoint", endpoint).get(name)));
    }

    @AfterEach
    void stop() {
        secrets.close();
        server.stop(0);
    }

    @Test
    void text_isThatOfTheNamedSecret() {
        assertThat(secrets.text("binance/main")).contains("{\"apiKey\":\"k\"}");
    }

    @Test
    void nothing_whenThereIsNoSecretOfThatName() {
        assertThat(secrets.text("binance/other")).isEmpty();
    }
}
