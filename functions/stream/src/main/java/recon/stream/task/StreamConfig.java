package recon.stream.task;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What an operator sets, under {@code recon.stream}: environment variables of the task. */
@ConfigMapping(prefix = "recon.stream")
interface StreamConfig {
    /** Names the task; must differ among those that run at one time. */
    @WithDefault("${HOSTNAME:local}")
    String task();

    /** Which exchange to listen to. */
    Exchange exchange();

    /** Whose events to capture. */
    List<AccountConfig> accounts();

    /** How connections live. */
    Connections connections();

    /** How reports go to the queue. */
    Queue queue();

    /** Where reports wait while the queue is away. */
    Spool spool();

    /** Whether the reports go to the queue of the bridge as well. */
    @WithDefault("false")
    boolean bridge();

    /** How often is written down up to when everything is in the queue. */
    @WithDefault("10S")
    Duration watermarks();

    /** How long the end of the task may take; less than the container's own grace time. */
    @WithDefault("20S")
    Duration grace();

    /** Which exchange to listen to. */
    interface Exchange {
        /** The kind of exchange; {@code spot} is the one that is known. */
        @WithDefault("spot")
        String type();

        /** The address of the WebSocket API. */
        @WithDefault(StreamPlan.SPOT)
        URI uri();
    }

    /** One account. */
    interface AccountConfig {
        /** The exchange's uid. */
        String uid();

        /** What people see in reports; this function has no use for it. */
        @WithDefault("-")
        String email();

        /** Where its key is kept: {@code env:NAME}, {@code file:PATH} or {@code secrets-manager:NAME}. */
        String credentials();
    }

    /** How connections live. */
    interface Connections {
        /** Accounts that share a connection at most, 1 to 1,000. */
        @WithDefault("200")
        int accounts();

        /** The age at which a connection is replaced; the exchange ends it after 24 hours. */
        @WithDefault("23H")
        Duration renewAfter();

        /** How long nothing may come, not even a ping, before a connection counts as half-open. */
        @WithDefault("50S")
        Duration silence();

        /** Attempts to connect within five minutes at most; the exchange lets 300 in per address, whoever shares it. */
        @WithDefault("100")
        int connects();

        /** The largest frame in bytes; a larger one ends its connection. */
        @WithDefault("8388608")
        int largestFrame();
    }

    /** How reports go to the queue. */
    interface Queue {
        /** How long a report waits for others to share a batch at most; 0 to 5 ms. */
        @WithDefault("0.005S")
        Duration linger();

        /** Batches on their way at most: 64 are 32,000 reports a second where an answer takes 20 ms. */
        @WithDefault("64")
        int inFlight();

        /** How long an answer may take before the batch is sent again. */
        @WithDefault("30S")
        Duration patience();

        /** Bytes of reports in memory at most, for each queue. */
        @WithDefault("33554432")
        long buffer();
    }

    /** Where reports wait while the queue is away. */
    interface Spool {
        /** The folder, of this task alone. */
        @WithDefault("spool")
        Path folder();

        /** Bytes on disk at most. */
        @WithDefault("1073741824")
        long limit();
    }
}
