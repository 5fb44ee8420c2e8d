package recon.local.statement;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import recon.simulator.SimulatedAccount;
import recon.simulator.Simulator;

/**
 * The statement that the simulated exchange would give of its spot wallets, from its truth alone: it adds up what
 * happens within a second.
 */
public final class TruthStatement {
    private static final String SPOT = "SPOT";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private final Simulator exchange;
    private final List<String> lines =
            new ArrayList<>(List.of("User_ID,UTC_Time,Account,Operation,Coin,Change,Remark"));

    private TruthStatement(Simulator exchange) {
        this.exchange = exchange;
    }

    /** The lines of the file, of whole seconds from {@code from} to {@code to}. */
    public static List<String> lines(Simulator exchange, Instant from, Instant to) {
        TruthStatement statement = new TruthStatement(exchange);
        exchange.accounts().forEach(account -> statement.narrow(account, from, to));
        return statement.lines;
    }

    /** Halves the time until a second is left in which something moved. */
    private void narrow(SimulatedAccount account, Instant from, Instant to) {
        if (exchange.truth().movedAssets(account.uid(), SPOT, from, to).isEmpty()) {
            return;
        }
        long seconds = Duration.between(from, to).toSeconds();
        if (seconds > 1) {
            Instant middle = from.plusSeconds(seconds / 2);
            narrow(account, from, middle);
            narrow(account, middle, to);
            return;
        }
        for (String asset : exchange.truth().movedAssets(account.uid(), SPOT, from, to)) {
            BigDecimal change = exchange.truth()
                    .balance(account.uid(), SPOT, asset, to)
                    .subtract(exchange.truth().balance(account.uid(), SPOT, asset, from));
            if (change.signum() != 0) {
                lines.add(line(account, from, asset, change));
            }
        }
    }

    private static String line(SimulatedAccount account, Instant second, String asset, BigDecimal change) {
        return String.join(
                ",",
                account.uid(),
                TIME.format(second),
                "Spot",
                "Transaction Related",
                asset,
                change.toPlainString(),
                "");
    }
}
