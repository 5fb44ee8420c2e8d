package recon.ledger.position;

import java.util.Set;
import recon.ledger.position.IncomeRemainder.Reason;

/** The types that are documented and belong to no position. */
final class IncomeTypes {
    private static final Set<String> OF_THE_WALLET = Set.of(
            "TRANSFER",
            "WELCOME_BONUS",
            "REFERRAL_KICKBACK",
            "COMMISSION_REBATE",
            "API_REBATE",
            "CONTEST_REWARD",
            "CROSS_COLLATERAL_TRANSFER",
            "OPTIONS_PREMIUM_FEE",
            "OPTIONS_SETTLE_PROFIT",
            "INTERNAL_TRANSFER",
            "AUTO_EXCHANGE",
            "DELIVERED_SETTELMENT",
            "COIN_SWAP_DEPOSIT",
            "COIN_SWAP_WITHDRAW",
            "POSITION_LIMIT_INCREASE_FEE",
            "STRATEGY_UMFUTURES_TRANSFER",
            "FEE_RETURN",
            "BFUSD_REWARD",
            "SPECIAL_FUNDING_FEE");

    private IncomeTypes() {}

    static Reason reason(String incomeType) {
        return OF_THE_WALLET.contains(incomeType) ? Reason.NOT_OF_A_POSITION : Reason.UNKNOWN_TYPE;
    }
}
