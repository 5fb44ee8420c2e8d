package recon.stream.task;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The kinds of exchange whose user-data stream is known. */
enum ExchangeType {
    SPOT;

    /**
     * Reads a kind as it is configured.
     *
     * @throws IllegalArgumentException if it is not known; lists what is
     */
    static ExchangeType of(String configured) {
        return Arrays.stream(values())
                .filter(type -> type.text().equals(configured))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("recon.stream.exchange.type: unknown exchange type '"
                        + configured + "'; known are: "
                        + Arrays.stream(values()).map(ExchangeType::text).collect(Collectors.joining(", "))));
    }

    private String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
