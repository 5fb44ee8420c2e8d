package recon.binance.source;

/** A walk that cannot go on by itself. The message says what and where, for people; it holds no amounts. */
public abstract sealed class UnusablePage extends RuntimeException
        permits ExcessiveRight, MalformedReply, MisplacedKey, NoProgress, UnknownSymbol {
    UnusablePage(String message) {
        super(message);
    }
}
