package recon.stream.frame;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventIdsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"e\":\"balanceUpdate\",\"E\":15,\"a\":\"BTC\",\"d\":\"100.00\",\"T\":14}|E=15 a=BTC T=14",
                "{\"e\":\"listStatus\",\"E\":15,\"s\":\"ABCUSDT\",\"g\":2,\"O\":[{\"s\":\"X\"}],\"T\":1}|E=15 s=ABCUSDT g=2 T=1",
                "{\"e\":\"outboundAccountPosition\",\"E\":1,\"u\":2,\"B\":[{\"a\":\"A\",\"f\":\"5.1\",\"l\":\"0\"}]}|E=1 u=2",
                "{\"e\":\"eventOfTomorrow\",\"E\":15,\"a\":\"5.00\",\"T\":\"7.0\",\"u\":\"8.0\"}|E=15",
                "{\"e\":\"externalLockUpdate\",\"E\":{\"d\":\"1\"},\"a\":[1],\"d\":\"3\",\"T\":9}|T=9"
            })
    void idsAreTold_amountsAreNot(String event, String ids) {
        byte[] bytes = ("x" + event + "y").getBytes(UTF_8);
        String type = ((FrameContent.Event) FrameScanner.scan(("{\"event\":" + event + "}").getBytes(UTF_8))).type();

        assertThat(EventIds.of(type, bytes, 1, bytes.length - 1)).isEqualTo(ids);
    }
}
