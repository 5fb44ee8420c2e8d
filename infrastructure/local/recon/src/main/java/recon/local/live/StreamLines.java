package recon.local.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import recon.ledger.Account;
import recon.local.machine.RecordTally;
import recon.stream.capture.AccountStatus;
import recon.stream.capture.CaptureStatus;

/** The capture as a person sees it: a line for each account. */
final class StreamLines {
    private final List<Account> accounts;
    private final int widest;

    /** @param accounts in the order of the capture */
    StreamLines(List<Account> accounts) {
        this.accounts = List.copyOf(accounts);
        this.widest = accounts.stream()
                .mapToInt(account -> account.email().length())
                .max()
                .orElse(1);
    }

    /**
     * One line for each account, and one that is blank unless the queue is away.
     *
     * @param recorded by uid; taken before the status, or more would be recorded than was received
     */
    List<String> of(Map<String, RecordTally.Counts> recorded, CaptureStatus status) {
        List<String> lines = new ArrayList<>();
        for (AccountStatus account : status.accounts()) {
            RecordTally.Counts counts = recorded.getOrDefault(account.uid(), RecordTally.NONE);
            lines.add(line(accounts.get(lines.size()), account, counts, status.at()));
        }
        lines.add(
                status.queueAway()
                        ? "The queue does not take reports: they wait in memory and on disk ("
                                + number(status.spooledBytes()) + " bytes)."
                        : "");
        return lines;
    }

    private String line(Account account, AccountStatus status, RecordTally.Counts counts, long now) {
        return String.format(
                Locale.ROOT,
                "%-" + widest
                        + "s  %-11s  received %s  queued %s  recorded %s  duplicates %s  in flight %s  spooled %s  %s",
                account.email(),
                status.refused() ? "refused" : status.state().name().toLowerCase(Locale.ROOT),
                number(status.received()),
                number(status.queued() + status.recovered()),
                number(counts.recorded()),
                number(counts.duplicates()),
                number(status.held()),
                number(status.spooled()),
                status.lastAt().isPresent()
                        ? "last event "
                                + age(Duration.ofMillis(
                                        Math.max(0, now - status.lastAt().getAsLong()))) + " ago"
                        : "no event yet");
    }

    private static String age(Duration age) {
        if (age.toMinutes() == 0) {
            return age.toSeconds() + " s";
        }
        return age.toHours() == 0 ? age.toMinutes() + " min" : age.toHours() + " h " + age.toMinutesPart() + " min";
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
