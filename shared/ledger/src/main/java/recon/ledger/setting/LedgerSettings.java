package recon.ledger.setting;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import recon.ledger.position.row.CommissionSign;

/**
 * How the exchange behaves where its documentation is silent. {@code ./recon demo} takes them from the simulated
 * exchange; on a live account they are found out with a read-only key.
 *
 * @param withdrawalAmount whether the {@code amount} of a withdrawal contains its fee
 * @param withdrawalDebit when a withdrawal leaves the balance
 * @param transferIds whether one transfer has the same id at every endpoint
 * @param effectDelay how much later than its stamp a movement may show in a balance
 * @param dustAmount whether what dust was turned into contains the service charge
 * @param convertWallet the wallet that a convert moves
 * @param capitalFlowSign what the sign of a margin capital flow says
 * @param liquidationRepayment what a liquidation pays back first
 * @param commissionSign how a fill in futures signs its fee
 */
public record LedgerSettings(
        WithdrawalAmount withdrawalAmount,
        WithdrawalDebit withdrawalDebit,
        TransferIds transferIds,
        Duration effectDelay,
        DustAmount dustAmount,
        ConvertWallet convertWallet,
        CapitalFlowSign capitalFlowSign,
        LiquidationRepayment liquidationRepayment,
        CommissionSign commissionSign) {
    /** Whether {@code withdraw/history.amount} contains the fee. */
    public enum WithdrawalAmount {
        /** The account is debited amount and fee. */
        NET,
        /** The account is debited the amount, and the fee is part of it. */
        GROSS
    }

    /** When a withdrawal leaves the balance. */
    public enum WithdrawalDebit {
        AT_APPLICATION,
        AT_COMPLETION
    }

    /** Whether {@code tranId} is one number across endpoints. */
    public enum TransferIds {
        SHARED,
        DISTINCT
    }

    /** Whether {@code dribblet.transferedAmount} contains the service charge. */
    public enum DustAmount {
        /** It is what the account receives; the charge has been taken off. */
        NET,
        /** The charge is taken off it. */
        GROSS
    }

    /** The wallet that gives and receives in a convert. */
    public enum ConvertWallet {
        SPOT,
        FUNDING
    }

    /** What the sign of {@code capital-flow.amount} says. */
    public enum CapitalFlowSign {
        /** It is the wallet's: negative is given away. */
        SIGNED,
        /** Nothing: every amount is positive, and the type says the direction. */
        ABSOLUTE
    }

    /** What a liquidation pays back first: the exchange tells the sum alone. */
    public enum LiquidationRepayment {
        /** The interest that is owed, as any repayment does. */
        INTEREST_FIRST,
        /** The loan. */
        LOAN_FIRST
    }

    private static final String PREFIX = "recon.ledger.";

    /** What third parties report of the real exchange; used until {@code probe} says otherwise. */
    public static final LedgerSettings ASSUMED = new LedgerSettings(
            WithdrawalAmount.NET, WithdrawalDebit.AT_APPLICATION, TransferIds.SHARED, Duration.ofSeconds(1));

    /** Settings of which only the older ones are given; the others are assumed. */
    public LedgerSettings(
            WithdrawalAmount withdrawalAmount,
            WithdrawalDebit withdrawalDebit,
            TransferIds transferIds,
            Duration effectDelay) {
        this(
                withdrawalAmount,
                withdrawalDebit,
                transferIds,
                effectDelay,
                DustAmount.NET,
                ConvertWallet.SPOT,
                CapitalFlowSign.SIGNED,
                LiquidationRepayment.INTEREST_FIRST,
                CommissionSign.PAID_IS_POSITIVE);
    }

    /**
     * Reads {@code recon.ledger.withdrawal-amount}, {@code .withdrawal-debit}, {@code .transfer-ids}, {@code
     * .effect-delay} (ISO 8601, for instance {@code PT1S}), {@code .dust-amount}, {@code .convert-wallet}, {@code
     * .capital-flow-sign}, {@code .liquidation-repayment} and {@code .commission-sign}; what is not set is assumed.
     *
     * @param setting gives a setting by its name
     * @throws IllegalArgumentException if a value is none of those allowed
     */
    public static LedgerSettings from(Function<String, Optional<String>> setting) {
        return new LedgerSettings(
                one(setting, "withdrawal-amount", ASSUMED.withdrawalAmount),
                one(setting, "withdrawal-debit", ASSUMED.withdrawalDebit),
                one(setting, "transfer-ids", ASSUMED.transferIds),
                setting.apply(PREFIX + "effect-delay").map(Duration::parse).orElse(ASSUMED.effectDelay),
                one(setting, "dust-amount", ASSUMED.dustAmount),
                one(setting, "convert-wallet", ASSUMED.convertWallet),
                one(setting, "capital-flow-sign", ASSUMED.capitalFlowSign),
                one(setting, "liquidation-repayment", ASSUMED.liquidationRepayment),
                one(setting, "commission-sign", ASSUMED.commissionSign));
    }

    private static <E extends Enum<E>> E one(Function<String, Optional<String>> setting, String name, E assumed) {
        return setting.apply(PREFIX + name)
                .map(given -> Enum.valueOf(assumed.getDeclaringClass(), given))
                .orElse(assumed);
    }

    /** The names of all settings as {@link #from} asks for them, without the {@code recon.ledger.} they begin with. */
    public static Set<String> names() {
        return ASSUMED.all().keySet().stream()
                .map(name -> name.substring(PREFIX.length()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Those that differ from what is assumed, under the names and in the spelling that {@link #from} reads. */
    public Map<String, String> notAssumed() {
        Map<String, String> all = all();
        all.entrySet().removeAll(ASSUMED.all().entrySet());
        return all;
    }

    private Map<String, String> all() {
        return new TreeMap<>(Map.of(
                "recon.ledger.withdrawal-amount", withdrawalAmount.name(),
                "recon.ledger.withdrawal-debit", withdrawalDebit.name(),
                "recon.ledger.transfer-ids", transferIds.name(),
                "recon.ledger.effect-delay", effectDelay.toString(),
                "recon.ledger.dust-amount", dustAmount.name(),
                "recon.ledger.convert-wallet", convertWallet.name(),
                "recon.ledger.capital-flow-sign", capitalFlowSign.name(),
                "recon.ledger.liquidation-repayment", liquidationRepayment.name(),
                "recon.ledger.commission-sign", commissionSign.name()));
    }

    public LedgerSettings {
        requireNonNull(withdrawalAmount, "withdrawalAmount is null");
        requireNonNull(withdrawalDebit, "withdrawalDebit is null");
        requireNonNull(transferIds, "transferIds is null");
        requireNonNull(effectDelay, "effectDelay is null");
        requireNonNull(dustAmount, "dustAmount is null");
        requireNonNull(convertWallet, "convertWallet is null");
        requireNonNull(capitalFlowSign, "capitalFlowSign is null");
        requireNonNull(liquidationRepayment, "liquidationRepayment is null");
        requireNonNull(commissionSign, "commissionSign is null");
        if (effectDelay.isNegative()) {
            throw new IllegalArgumentException("effectDelay is negative: " + effectDelay);
        }
    }
}
