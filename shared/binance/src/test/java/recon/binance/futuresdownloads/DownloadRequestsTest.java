package recon.binance.futuresdownloads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import recon.binance.budget.Charge;
import recon.binance.fake.Samples;
import recon.binance.json.ExchangeJson;
import recon.binance.request.Request;
import recon.binance.source.Cursor;
import recon.binance.source.MalformedReply;
import recon.binance.source.Page;
import recon.binance.source.Scope;

class DownloadRequestsTest {
    private static final Scope SCOPE = Samples.scope(Samples.SUB1, "2026-01-01T00:00:00Z", "2026-01-01T23:59:59.999Z");
    private static final Cursor START = DownloadRequests.start(DownloadKind.TRADE);

    private final DownloadRequests source = new DownloadRequests(ExchangeJson.mapper());

    private Page read(Cursor cursor, String body) {
        return source.read(Samples.reply(source.request(cursor, SCOPE), body), "k", cursor, SCOPE);
    }

    @Test
    void downloadIsStarted_andThenLookedFor_untilItsFileIsThere() {
        Request start = source.request(START, SCOPE);
        assertThat(start.line()).isEqualTo("GET /fapi/v1/trade/asyn?startTime=1767225600000&endTime=1767311999999");
        assertThat(start.charges()).extracting(Charge::weight).containsExactly(1_000);

        Cursor started = read(START, "{\"avgCostTimestampOfLast30d\":7241837,\"downloadId\":\"546975389218332672\"}")
                .next();
        assertThat(DownloadRequests.started(START)).isFalse();
        assertThat(DownloadRequests.started(started)).isTrue();
        Request poll = source.request(started, SCOPE);
        assertThat(poll.line()).isEqualTo("GET /fapi/v1/trade/asyn/id?downloadId=546975389218332672");
        assertThat(poll.charges()).extracting(Charge::weight).containsExactly(10);

        Cursor waiting = read(started, "{\"status\":\"processing\",\"url\":\"\",\"isExpired\":null}")
                .next();
        assertThat(waiting.waits()).isTrue();
        assertThat(DownloadRequests.address(waiting)).isEmpty();

        Cursor ready = read(started, "{\"status\":\"completed\",\"url\":\"https://x.example/f\",\"isExpired\":null}")
                .next();
        assertThat(DownloadRequests.address(ready)).contains("https://x.example/f");
    }

    @Test
    void answerWithoutWhatItMustHave_isRefused() {
        Cursor started = START.with("downloadId", "1");
        assertThatThrownBy(() -> read(START, "{}")).isInstanceOf(MalformedReply.class);
        assertThatThrownBy(() -> read(started, "{}")).isInstanceOf(MalformedReply.class);
        assertThatThrownBy(() -> read(started, "{\"status\":\"completed\",\"url\":\"\"}"))
                .isInstanceOf(MalformedReply.class)
                .hasMessageContaining("url");
        assertThatThrownBy(() -> read(started, "{\"status\":\"completed\",\"url\":\"\",\"isExpired\":true}"))
                .isInstanceOf(MalformedReply.class)
                .hasMessageContaining("gone");
    }
}
