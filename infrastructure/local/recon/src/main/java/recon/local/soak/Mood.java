package recon.local.soak;

/** How a remote service treats a call. */
enum Mood {
    /** It does what it is asked, and says so. */
    WELL,
    /** It refuses the whole call. */
    THROTTLED,
    /** It takes a part and names the rest. */
    PARTLY,
    /** It takes all, and the answer is an error. */
    TAKEN_BUT_FAILED,
    /** It takes all, and no answer comes. */
    TAKEN_IN_SILENCE,
    /** It takes nothing, and no answer comes. */
    SILENT,
    /** It cannot be reached. */
    AWAY
}
