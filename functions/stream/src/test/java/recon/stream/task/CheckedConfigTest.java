package recon.stream.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckedConfigTest {
    private final Map<String, String> settings = new HashMap<>(Map.of(
            "recon.stream.task", "t1",
            "recon.stream.accounts[0].uid", "1",
            "recon.stream.accounts[0].credentials", "env:MAIN",
            "recon.stream.accounts[1].uid", "2",
            "recon.stream.accounts[1].email", "b@example.com",
            "recon.stream.accounts[1].credentials", "file:b.json"));

    private CheckedConfig checked() {
        StreamConfig config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withConverter(Duration.class, 500, new DurationConverter())
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .withMapping(StreamConfig.class)
                .build()
                .getConfigMapping(StreamConfig.class);
        return CheckedConfig.of(config);
    }

    @Test
    void restIsAsTheExchangeWantsIt_whenOnlyAccountsAreNamed() {
        CheckedConfig checked = checked();

        assertThat(checked.uri()).hasToString("wss://ws-api.binance.com:443/ws-api/v3");
        assertThat(checked.accounts()).hasSize(2);
        assertThat(checked.settings()).isEqualTo(recon.stream.capture.CaptureSettings.standard("t1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "exchange.type|futures|unknown exchange type 'futures'; known are: spot",
                "exchange.uri|https://example.com|exchange.uri: is no address of a WebSocket",
                "accounts[1].uid|1|two of them have one uid",
                "connections.accounts|1001|accounts on one connection are 1 to 1000",
                "connections.connects|300|attempts to connect are 1 to 299",
                "connections.renew-after|24H|renewed before it is 24 hours old",
                "queue.linger|0.006S|queue.linger: is longer than 5 ms",
                "queue.in-flight|0|inFlight",
                "queue.buffer|0|queue.buffer",
                "spool.limit|0|spool.limit",
                "task|a/b|has no slash"
            })
    void startFailsAndSaysWhy_whenAValueMakesNoSense(String key, String value, String error) {
        settings.put("recon.stream." + key, value);

        assertThatThrownBy(this::checked).hasMessageContaining(error);
    }

    @Test
    void startFails_withoutAccounts() {
        settings.keySet().removeIf(key -> key.contains("accounts"));

        assertThatThrownBy(this::checked).hasMessageContaining("accounts");
    }
}
