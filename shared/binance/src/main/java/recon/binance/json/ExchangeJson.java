package recon.binance.json;

import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.stream.Stream;
import recon.binance.client.ExchangeClient;
import recon.binance.source.Sources;

/** The one way the exchange's JSON is read. */
public final class ExchangeJson {
    private ExchangeJson() {}

    /**
     * A mapper that keeps every digit of a decimal, from texts and from numbers, and ignores fields it does not know.
     * Field names are case-sensitive, as the exchange's are.
     */
    public static ObjectMapper mapper() {
        return JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .build();
    }

    /** Every record that is read from JSON: a native image must know them beforehand. */
    public static List<Class<?>> types() {
        return Stream.concat(
                        Stream.of(ExchangeClient.types()),
                        Sources.all(mapper()).stream()
                                .map(source -> source.endpoint().types()))
                .<Class<?>>flatMap(List::stream)
                .distinct()
                .toList();
    }
}
