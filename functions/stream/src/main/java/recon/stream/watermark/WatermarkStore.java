package recon.stream.watermark;

import java.util.List;
import recon.storage.watermark.Watermark;

/** Where watermarks are kept. The answer comes later, on the thread that puts, once a call. */
public interface WatermarkStore {
    /** Puts them and returns at once; of one account and connection the later replaces the earlier. */
    void put(List<Watermark> marks, Receipt receipt);

    /** Who waits for the answer. */
    interface Receipt {
        /**
         * What came of it.
         *
         * @param now when the answer came, epoch ms
         * @param written whether all of them are kept; if not, they will be put again
         */
        void answered(long now, boolean written);
    }
}
