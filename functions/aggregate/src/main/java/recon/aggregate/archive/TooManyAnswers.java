package recon.aggregate.archive;

/** An account has more archived answers than can be read in one go: nothing is left out silently. */
public final class TooManyAnswers extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyAnswers(int most) {
        super("more than " + most + " archived answers of one account");
    }
}
