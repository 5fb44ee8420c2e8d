package recon.ledger.booking;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import recon.ledger.RawRef;
import recon.ledger.Wallet;
import recon.ledger.entry.Booking;
import recon.ledger.entry.IncomeLeg;
import recon.ledger.row.Final;

/**
 * A row of the futures wallet's own book (source: {@code GET /fapi/v1/income}).
 *
 * @param accountId whose wallet
 * @param incomeType the exchange's type, unknown ones kept
 * @param tranId the exchange's id, unique within account and type
 * @param symbol the contract; the empty text for rows without one
 * @param asset the asset that moves
 * @param income signed as given: positive is received
 * @param time UTC
 * @param tradeId the fill that it belongs to; the empty text for none
 */
public record FuturesIncome(
        String accountId,
        String incomeType,
        long tranId,
        String symbol,
        String asset,
        BigDecimal income,
        Instant time,
        String tradeId) {
    /** The name of the source. */
    public static final String SOURCE = "futures-income";

    /** The values of {@code incomeType} that the exchange documents. */
    public static final Set<String> DOCUMENTED_TYPES = Set.of(
            "TRANSFER",
            "WELCOME_BONUS",
            "REALIZED_PNL",
            "FUNDING_FEE",
            "COMMISSION",
            "INSURANCE_CLEAR",
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

    public FuturesIncome {
        requireNonNull(accountId, "accountId is null");
        requireNonNull(incomeType, "incomeType is null");
        requireNonNull(symbol, "symbol is null");
        requireNonNull(asset, "asset is null");
        requireNonNull(income, "income is null");
        requireNonNull(time, "time is null");
        requireNonNull(tradeId, "tradeId is null");
    }

    /** A row that belongs to no fill. */
    public FuturesIncome(
            String accountId,
            String incomeType,
            long tranId,
            String symbol,
            String asset,
            BigDecimal income,
            Instant time) {
        this(accountId, incomeType, tranId, symbol, asset, income, time, "");
    }

    /** One leg in the futures wallet. */
    public Final observe(RawRef raw) {
        return new Final(new Booking(
                accountId,
                SOURCE,
                externalId(),
                "income",
                time,
                false,
                Optional.empty(),
                raw,
                List.of(new IncomeLeg(incomeType, Wallet.FUTURES, symbol, asset, income))));
    }

    /** The exchange's id in the external id of a booking of this source. */
    public static String tranId(String externalId) {
        return externalId.split(":", -1)[1];
    }

    /** The exchange says that type and id are enough. Nobody would see it if they were not: a row would take another's place. */
    private String externalId() {
        return String.join(":", incomeType, Long.toString(tranId), asset, symbol, tradeId);
    }
}
