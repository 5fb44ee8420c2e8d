package recon.accounts;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import recon.binance.client.Hosts;
import recon.ledger.setting.LedgerSettings;
import recon.ledger.setting.Settlement;

/**
 * Whose books are kept, at which exchange. It holds no key, only where each is kept.
 *
 * @param file where it was read from
 * @param hosts the exchange
 * @param egress the address our requests come from, by the name that all share who use it; empty if the file leaves it
 *     to whoever sends them
 * @param roundDays in how many days every symbol is asked for once, evidence or not; empty for the usual 30
 * @param settlement when a day is closed for good
 * @param settings how the exchange behaves where its documentation is silent
 * @param accounts in the order of the file
 */
public record Configuration(
        Path file,
        Hosts hosts,
        Optional<String> egress,
        OptionalInt roundDays,
        Settlement settlement,
        LedgerSettings settings,
        List<ConfiguredAccount> accounts) {
    public Configuration {
        requireNonNull(file, "file is null");
        requireNonNull(hosts, "hosts is null");
        requireNonNull(egress, "egress is null");
        requireNonNull(roundDays, "roundDays is null");
        requireNonNull(settlement, "settlement is null");
        requireNonNull(settings, "settings is null");
        accounts = List.copyOf(accounts);
    }

    /**
     * Nobody's books, before anybody wrote the file.
     *
     * @param file where it would be
     */
    public static Configuration none(Path file) {
        return new Configuration(
                file,
                Hosts.PRODUCTION,
                Optional.empty(),
                OptionalInt.empty(),
                Settlement.USUAL,
                LedgerSettings.ASSUMED,
                List.of());
    }
}
