package recon.local.machine;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import recon.binance.json.ExchangeJson;

/**
 * Who reads and writes JSON.
 *
 * @param exchange the exchange's answers
 * @param events what functions are invoked with and answer, as Quarkus reads and writes it
 */
public record Mappers(ObjectMapper exchange, ObjectMapper events) {
    public Mappers {
        requireNonNull(exchange, "exchange is null");
        requireNonNull(events, "events is null");
    }

    /** As in the functions on AWS. */
    public static Mappers standard() {
        return new Mappers(
                ExchangeJson.mapper(),
                JsonMapper.builder()
                        .findAndAddModules()
                        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                        .build());
    }
}
