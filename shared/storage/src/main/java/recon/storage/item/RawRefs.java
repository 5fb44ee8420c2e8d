package recon.storage.item;

import recon.ledger.RawRef;
import recon.storage.StorageException;

/** The plan's {@code fid}: archive key and row in one text. */
public final class RawRefs {
    private RawRefs() {}

    public static String write(RawRef raw) {
        return raw.toString();
    }

    public static RawRef read(String text) {
        int cut = text.lastIndexOf('#');
        if (cut < 0) {
            throw new StorageException.Malformed("reference to a raw row", text);
        }
        return new RawRef(text.substring(0, cut), Integer.parseInt(text.substring(cut + 1)));
    }
}
