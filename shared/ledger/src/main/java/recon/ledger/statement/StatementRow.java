package recon.ledger.statement;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * One row of the file "all statements" (columns {@code User_ID,UTC_Time,Account,Operation,Coin,Change,Remark}).
 *
 * @param line where it stands in the file, from 1, the header included
 * @param userId the exchange's uid of the account
 * @param time UTC, whole seconds
 * @param wallet the column {@code Account}, for instance {@code Spot}
 * @param operation what happened, in the exchange's words, for instance {@code Transaction Buy}
 * @param coin the asset
 * @param change signed as the wallet sees it: positive is received
 * @param remark whatever the exchange adds, for instance {@code Withdraw fee is included}
 */
public record StatementRow(
        long line,
        String userId,
        Instant time,
        String wallet,
        String operation,
        String coin,
        BigDecimal change,
        String remark) {
    public StatementRow {
        requireNonNull(userId, "userId is null");
        requireNonNull(time, "time is null");
        requireNonNull(wallet, "wallet is null");
        requireNonNull(operation, "operation is null");
        requireNonNull(coin, "coin is null");
        requireNonNull(change, "change is null");
        requireNonNull(remark, "remark is null");
    }
}
