package recon.collect.page;

import static java.util.Objects.requireNonNull;

import java.util.List;
import recon.binance.budget.Charges;
import recon.binance.budget.Limits;
import recon.binance.source.Source;
import recon.collect.account.Accounts;
import recon.ledger.setting.LedgerSettings;
import recon.ledger.setting.Settlement;
import recon.storage.registry.ListedLimits;
import recon.storage.registry.Registry;

/**
 * What every page is read with.
 *
 * @param accounts whose books are kept
 * @param sources what is collected
 * @param registry what is known of symbols, assets and limits
 * @param settings how the exchange behaves where its documentation is silent
 * @param settlement when a day is closed for good
 * @param documented the limits to assume until the exchange has told its own
 * @param egress the address our requests come from, by the name that all share who use it
 * @param pageLimit the most rows to ask for in a page; {@link Integer#MAX_VALUE} leaves it to the endpoints
 */
public record Setup(
        Accounts accounts,
        List<Source> sources,
        Registry registry,
        LedgerSettings settings,
        Settlement settlement,
        Limits documented,
        String egress,
        int pageLimit) {
    public Setup {
        requireNonNull(accounts, "accounts is null");
        sources = List.copyOf(sources);
        requireNonNull(registry, "registry is null");
        requireNonNull(settings, "settings is null");
        requireNonNull(settlement, "settlement is null");
        requireNonNull(documented, "documented is null");
        requireNonNull(egress, "egress is null");
    }

    /** The price tags by the limits as the exchange last listed them. */
    public Charges currentCharges() {
        return new Charges(currentLimits(), egress);
    }

    /** The limits as the exchange last listed them. */
    public Limits currentLimits() {
        ListedLimits listed = registry.limits();
        Limits spot = listed.spot().map(documented::with).orElse(documented);
        return listed.futures().map(spot::withFutures).orElse(spot);
    }
}
