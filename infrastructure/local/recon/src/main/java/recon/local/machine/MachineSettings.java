package recon.local.machine;

import static java.util.Objects.requireNonNull;

import recon.binance.budget.Limits;
import recon.binance.client.Hosts;
import recon.collect.account.Accounts;
import recon.ledger.setting.LedgerSettings;
import recon.ledger.setting.Settlement;

/**
 * What the functions of one machine work on.
 *
 * @param name prefix of tables and queues, and the name of the bucket
 * @param exchange where the exchange is
 * @param egress the address our requests come from, by the name that all share who use it
 * @param accounts whose books are kept
 * @param settings how the exchange behaves where its documentation is silent
 * @param settlement when a day is closed for good
 * @param documented the limits to assume until the exchange has told its own
 * @param pageLimit the most rows to ask for in a page
 * @param roundDays in how many days every symbol is asked for once, evidence or not
 * @param wallets whether other wallets than spot are collected as well
 */
public record MachineSettings(
        String name,
        Hosts exchange,
        String egress,
        Accounts accounts,
        LedgerSettings settings,
        Settlement settlement,
        Limits documented,
        int pageLimit,
        int roundDays,
        boolean wallets) {
    /** The address of this machine, where a configuration gives it no name. */
    public static final String USUAL_EGRESS = "local";

    public MachineSettings {
        requireNonNull(name, "name is null");
        requireNonNull(exchange, "exchange is null");
        requireNonNull(egress, "egress is null");
        requireNonNull(accounts, "accounts is null");
        requireNonNull(settings, "settings is null");
        requireNonNull(documented, "documented is null");
    }
}
