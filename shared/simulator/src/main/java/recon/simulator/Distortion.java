package recon.simulator;

/** A way in which a good answer is spoiled, so that no reader should believe it. Only tests ask for them. */
public enum Distortion {
    /** Every decimal is written with an exponent: {@code 125E-1}. */
    EXPONENT_FORM,
    /** Every decimal is a number instead of a string. */
    NUMBER_FOR_STRING,
    /** Every fee has the other sign. */
    NEGATIVE_FEE,
    /** Every time is in seconds. */
    TIME_IN_SECONDS,
    /** No row has an id. */
    NO_ID,
    /** The body is compressed, and half of it is missing; its length is that of what is sent. */
    TRUNCATED_GZIP
}
