package recon.local.probe;

import java.util.List;
import java.util.Optional;

/** Tells by transfers that two endpoints show whether their ids are one number. */
final class TransferEvidence {
    private static final String QUESTION =
            "Has a transfer the same id in the main account's view and in the sub-account's?";
    private static final Optional<String> SETTING = Optional.of("transfer-ids");

    private TransferEvidence() {}

    /**
     * Compares the two views.
     *
     * @param main as {@code universalTransfer} shows them to the main account
     * @param sub as {@code subUserHistory} shows them to a sub-account
     */
    static Answered answer(List<Moved> main, List<Moved> sub) {
        int same = 0;
        int different = 0;
        for (Moved seen : sub) {
            List<Moved> alike = main.stream().filter(seen::like).toList();
            if (alike.stream().anyMatch(other -> other.tranId().equals(seen.tranId()))) {
                same++;
            } else if (!alike.isEmpty()) {
                different++;
            }
        }
        if (same > 0 == different > 0) {
            return new Answered(
                    QUESTION,
                    SETTING,
                    Optional.empty(),
                    same > 0
                            ? same + " transfers say yes and " + different + " say no: look at them by hand"
                            : "no transfer of the last six days is in both views: make a small one, and probe again");
        }
        return new Answered(
                QUESTION,
                SETTING,
                Optional.of(same > 0 ? "shared" : "distinct"),
                "told by " + (same + different) + " transfers");
    }
}
