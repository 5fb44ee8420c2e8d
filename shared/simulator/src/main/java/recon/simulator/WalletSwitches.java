package recon.simulator;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import recon.simulator.draw.Draw;

/**
 * How the wallets behave where the real ones' behaviour is not documented; drawn by the seed.
 *
 * @param dustTransferIsNet true: {@code transferedAmount} of dust is what arrives; false: {@code serviceChargeAmount} is
 *     taken from it
 * @param capitalFlowSigned true: {@code amount} of the margin capital flow is negative where the wallet loses it; false:
 *     it is never negative
 * @param marginTransfersInSeconds true: about half of the rows of {@code margin/transfer} are stamped in seconds
 * @param liquidationPaysInterestFirst true: what a margin liquidation pays back is interest as long as any is owed; false: it
 *     is the loan first
 * @param fundingEffectDelay how much later than its stamp a funding fee shows in the futures wallet; 0 to 55 s
 */
public record WalletSwitches(
        boolean dustTransferIsNet,
        boolean capitalFlowSigned,
        boolean marginTransfersInSeconds,
        boolean liquidationPaysInterestFirst,
        Duration fundingEffectDelay) {
    private static final int LONGEST_DELAY_S = 55;

    public WalletSwitches {
        requireNonNull(fundingEffectDelay, "fundingEffectDelay is null");
    }

    static WalletSwitches drawnBy(long seed) {
        Draw draw = Draw.of(seed, "wallet switches");
        // A draw of its own: what was drawn before stays as it is.
        Draw liquidation = Draw.of(seed, "liquidation switches");
        return new WalletSwitches(
                draw.chance(50),
                draw.chance(50),
                draw.chance(50),
                liquidation.chance(50),
                Duration.ofSeconds(draw.chance(50) ? 0 : draw.between(1, LONGEST_DELAY_S)));
    }
}
