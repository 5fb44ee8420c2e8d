package recon.aggregate.archive;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import recon.binance.futuresdownloads.DownloadKind;
import recon.binance.futuresdownloads.DownloadRequests;
import recon.binance.futuresdownloads.DownloadedFile;
import recon.binance.source.Cursor;
import recon.binance.source.MalformedReply;
import recon.intake.position.PositionAnswers;
import recon.intake.position.PositionList;
import recon.intake.position.PositionRowReader;
import recon.intake.position.TooManyRows;
import recon.intake.position.Unread;
import recon.ledger.position.row.CommissionSign;
import recon.storage.archive.Asked;

/** The rows of files of older history. They are kept apart until the exchange's lists are read, of which they know less. */
final class DownloadedRows {
    private final PositionAnswers files = new PositionAnswers();
    private final PositionRowReader reader;
    private final Coverage coverage;
    private final int most;

    /** @param coverage is told of whole files of income */
    DownloadedRows(ObjectMapper json, String account, CommissionSign sign, Coverage coverage, int most) {
        this.reader = new PositionRowReader(json, account, sign, files, most);
        this.coverage = requireNonNull(coverage, "coverage is null");
        this.most = most;
    }

    void read(Answer answer) {
        Optional<DownloadKind> kind =
                answer.response().asked().map(Asked::cursor).map(Cursor::new).flatMap(DownloadRequests::kind);
        if (kind.isEmpty()) {
            files.unread(new Unread("unknown_list", answer.key(), "nobody says what the file has the rows of"));
            return;
        }
        PositionList list = list(kind.get());
        try {
            DownloadedFile.read(
                    kind.get(), answer.response().body(), (number, row) -> reader.row(list, row, number, answer.key()));
            if (list == PositionList.INCOME) {
                answer.from().ifPresent(from -> coverage.add(from, answer.until()));
            }
        } catch (MalformedReply e) {
            files.unread(new Unread("unusable_file", answer.key(), String.valueOf(e.getMessage())));
        }
    }

    private static PositionList list(DownloadKind kind) {
        return switch (kind) {
            case INCOME -> PositionList.INCOME;
            case TRADE -> PositionList.TRADES;
            case ORDER -> PositionList.ORDERS;
        };
    }

    /** Adds what they say to what the lists said. */
    void into(PositionAnswers answers) {
        answers.rows().takeIn(files.rows());
        files.unread().forEach(answers::unread);
        if (answers.size() > most) {
            throw new TooManyRows(most);
        }
    }
}
