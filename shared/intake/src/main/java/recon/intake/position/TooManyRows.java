package recon.intake.position;

/** An account has more rows than can be held at once: nothing is left out silently. */
public final class TooManyRows extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param most how many can be held */
    public TooManyRows(int most) {
        super("more than " + most + " rows of one account");
    }
}
