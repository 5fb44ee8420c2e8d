package recon.local.probe;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * One open point and what the exchange showed about it.
 *
 * @param question for people
 * @param setting the key under {@code ledger} that it decides; empty if it decides none
 * @param answer the value of the setting, or the finding; empty if nothing was there to tell by
 * @param evidence what it was told by, or what would be needed
 */
record Answered(String question, Optional<String> setting, Optional<String> answer, String evidence) {
    Answered {
        requireNonNull(question, "question is null");
        requireNonNull(setting, "setting is null");
        requireNonNull(answer, "answer is null");
        requireNonNull(evidence, "evidence is null");
    }
}
