package recon.ledger.entry;

import static java.util.Objects.requireNonNull;

/**
 * The plan's descriptive columns of a transfer; an unknown one is the empty text.
 *
 * @param counterParty the other side: an address, or the email of the other account
 * @param network the chain, as the exchange names it
 * @param txnHash the transaction id on that chain
 */
public record TransferDetails(String counterParty, String network, String txnHash) {
    /** Nothing known. */
    public static final TransferDetails NONE = new TransferDetails("", "", "");

    public TransferDetails {
        requireNonNull(counterParty, "counterParty is null");
        requireNonNull(network, "network is null");
        requireNonNull(txnHash, "txnHash is null");
    }
}
