package recon.aggregate.archive;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import recon.intake.position.PositionAnswers;
import recon.ledger.position.row.CapturedWallet;

/**
 * What the archive holds of the positions of an account.
 *
 * @param answers its rows, and what is known of the market
 * @param settings how it was margined
 * @param wallets captures of its wallet, of times of which all income was asked for
 * @param completeSince from when on its income was asked for without a gap, UTC; empty if nobody says so
 * @param witnessed up to when fills and income can be held against each other: before that, what is missing is not late
 * @param objects how many were read
 */
public record Gathered(
        PositionAnswers answers,
        SettingHistory settings,
        List<CapturedWallet> wallets,
        Optional<Instant> completeSince,
        Instant witnessed,
        int objects) {
    public Gathered {
        requireNonNull(answers, "answers is null");
        requireNonNull(settings, "settings is null");
        wallets = List.copyOf(wallets);
        requireNonNull(completeSince, "completeSince is null");
        requireNonNull(witnessed, "witnessed is null");
    }
}
