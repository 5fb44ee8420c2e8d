package recon.ledger.statement;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import recon.ledger.Wallet;

/** What the statement's column {@code Account} means in the books. It has been spelled in several ways over the years. */
final class StatementWallets {
    private static final String ISOLATED = "ISOLATED_MARGIN";

    private static final Map<String, String> NAMES = Map.of(
            "spot", "SPOT",
            "funding", "FUNDING",
            "crossmargin", "MARGIN",
            "margin", "MARGIN",
            "isolatedmargin", ISOLATED,
            "usdmfutures", "FUTURES",
            "usdⓢmfutures", "FUTURES",
            "usdtfutures", "FUTURES");

    private StatementWallets() {}

    /** The wallet, without the pair of an isolated one; empty for one that is not collected or has a new name. */
    static Optional<String> of(String account) {
        String plain = account.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}\\p{So}]", "");
        return Optional.ofNullable(NAMES.get(plain));
    }

    /** The wallet of the books as a statement tells them apart: it does not name the pair of an isolated one. */
    static String of(Wallet wallet) {
        return wallet.name().startsWith(ISOLATED) ? ISOLATED : wallet.name();
    }
}
