package recon.ledger.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import recon.ledger.RawRef;
import recon.ledger.Wallet;
import recon.ledger.booking.FuturesIncome;
import recon.ledger.entry.Booking;

/** A real account: the wallet balance that the exchange reported after each event is start + income, to the last digit. */
class RecordedFuturesWalletTest {
    private static final Path FOLDER = Optional.ofNullable(System.getenv("RECON_FIXTURES"))
            .map(Path::of)
            .orElseGet(() -> Path.of(System.getProperty("recon.root", "../.."), "../shared/fixtures"))
            .resolve("usdm-futures");

    static List<Path> recorded() throws IOException {
        if (!Files.isDirectory(FOLDER)) {
            return List.of(FOLDER);
        }
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void startAndIncomeAreTheWalletBalance_atEveryStep(Path file) throws IOException {
        assumeThat(Files.isRegularFile(file)).as("recorded data in " + FOLDER).isTrue();
        JsonNode recorded = new ObjectMapper().readTree(file.toFile());
        Map<String, List<Booking>> incomeOf = new HashMap<>();
        for (JsonNode row : recorded.get("income")) {
            incomeOf.computeIfAbsent(cause(row), cause -> new ArrayList<>()).add(income(row));
        }
        Iterator<JsonNode> fills = recorded.get("userTrades").iterator();
        Iterator<JsonNode> steps = recorded.get("walletSteps").iterator();
        JsonNode first = steps.next();
        BigDecimal balance = amount(first, "walletBalance");
        BigDecimal position = BigDecimal.ZERO;
        incomeOf.remove(time(first).toString());
        while (position.compareTo(position(first)) != 0) {
            JsonNode fill = fills.next();
            position = position.add(signedQuantity(fill));
            incomeOf.remove(fill.get("id").asText());
        }

        while (steps.hasNext()) {
            JsonNode step = steps.next();
            balance = balance.add(net(incomeOf.remove(time(step).toString())));
            while (position.compareTo(position(step)) != 0) {
                JsonNode fill = fills.next();
                position = position.add(signedQuantity(fill));
                balance = balance.add(Movements.of(
                                Wallet.FUTURES, incomeOf.remove(fill.get("id").asText()))
                        .net(Held.balance("USDT")));
            }
            assertThat(balance).as("wallet at %s", time(step)).isEqualByComparingTo(amount(step, "walletBalance"));
        }
        assertThat(incomeOf).as("every income row is used").isEmpty();
    }

    @Test
    void someAccountIsRecorded() throws IOException {
        assumeThat(Files.isDirectory(FOLDER)).as("recorded data in " + FOLDER).isTrue();
        assertThat(recorded()).isNotEmpty();
    }

    private static Booking income(JsonNode row) {
        return new FuturesIncome(
                        "recorded",
                        row.get("incomeType").asText(),
                        row.get("tranId").asLong(),
                        row.get("symbol").asText(),
                        row.get("asset").asText(),
                        amount(row, "income"),
                        time(row))
                .observe(new RawRef("recorded", 0))
                .booking();
    }

    /** What moved the wallet: a fill, or for a row without one its instant. */
    private static String cause(JsonNode row) {
        String trade = row.path("tradeId").asText();
        return trade.isEmpty() ? time(row).toString() : trade;
    }

    private static BigDecimal net(List<Booking> bookings) {
        return bookings == null
                ? BigDecimal.ZERO
                : Movements.of(Wallet.FUTURES, bookings).net(Held.balance("USDT"));
    }

    /** The recorded accounts hold one contract in one-way mode; a transfer names none. */
    private static BigDecimal position(JsonNode step) {
        JsonNode positions = step.get("positions");
        return positions.isEmpty() ? BigDecimal.ZERO : amount(positions.get(0), "positionAmt");
    }

    private static BigDecimal signedQuantity(JsonNode fill) {
        BigDecimal quantity = amount(fill, "qty");
        return fill.get("side").asText().equals("SELL") ? quantity.negate() : quantity;
    }

    private static BigDecimal amount(JsonNode row, String field) {
        return new BigDecimal(row.get(field).asText());
    }

    private static Instant time(JsonNode row) {
        return Instant.ofEpochMilli(row.get("time").asLong());
    }
}
