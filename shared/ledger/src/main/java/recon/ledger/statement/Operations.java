package recon.ledger.statement;

import java.util.Locale;
import java.util.Set;

/**
 * The words of the column {@code Operation} that we have met. A word outside of this list changes nothing in the
 * comparison, which goes by wallet, coin, time and amount; it is named, for it may stand for a source nobody collects.
 */
final class Operations {
    private static final Set<String> KNOWN = Set.of(
            // Trades
            "buy",
            "sell",
            "fee",
            "transaction related",
            "transaction buy",
            "transaction spend",
            "transaction sold",
            "transaction revenue",
            "transaction fee",
            "bnb fee deduction",
            "binance convert",
            "large otc trading",
            "small assets exchange bnb",
            "small assets exchange bnb (spot)",
            "small assets exchange",
            // From and to outside
            "deposit",
            "withdraw",
            "fiat deposit",
            "fiat withdraw",
            "fiat withdrawal",
            "send",
            "receive",
            // Between wallets and accounts
            "transfer",
            "transfer_in",
            "transfer_out",
            "asset - transfer",
            "transfer between main and funding wallet",
            "transfer between spot and funding wallet",
            "transfer between spot account and um futures account",
            "transfer between spot account and cm futures account",
            "transfer between main account/futures and margin account",
            "transfer between sub-accounts",
            "transfer between main account and sub-account",
            "sub-account transfer",
            "isolated margin transfer",
            "main and funding account transfer",
            // Given by the exchange
            "distribution",
            "airdrop assets",
            "commission history",
            "commission rebate",
            "commission fee shared with you",
            "referral kickback",
            "referral commission",
            "referrer rebates",
            "cash voucher distribution",
            "campaign related reward",
            "launchpool airdrop",
            "hodler airdrops distribution",
            "token swap - distribution",
            "token swap - redenomination/rebranding",
            "simple earn flexible interest",
            "simple earn flexible airdrop",
            "simple earn locked rewards",
            "simple earn flexible subscription",
            "simple earn flexible redemption",
            "simple earn locked subscription",
            "simple earn locked redemption",
            "staking rewards",
            // Futures
            "realized profit and loss",
            "realize profit and loss",
            "funding fee",
            "insurance fund compensation",
            "insurance clear",
            "auto exchange",
            "welcome bonus",
            // Margin
            "margin loan",
            "margin repayment",
            "isolatedmargin loan",
            "isolatedmargin repayment",
            "bnb deducts fee",
            "cross margin liquidation - repayment",
            "isolated margin liquidation - fee",
            "margin liquidation fee",
            "forced repay",
            "cross margin liquidation - small assets takeover");

    private Operations() {}

    static boolean isKnown(String operation) {
        return KNOWN.contains(operation.strip().toLowerCase(Locale.ROOT));
    }
}
