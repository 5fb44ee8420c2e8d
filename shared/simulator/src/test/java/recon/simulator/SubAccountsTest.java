package recon.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SubAccountsTest {
    private static final String UNIVERSAL = "/sapi/v1/sub-account/universalTransfer";
    private static final String OWN = "/sapi/v1/sub-account/transfer/subUserHistory";
    private static final String LIST = "/sapi/v1/sub-account/list";

    @TempDir
    private Path folder;

    @Test
    void givesTransfersInOneDirection_ofTheAccountThatWasNamed() {
        try (Exchange exchange = Exchange.ordinary(folder)) {
            List<JsonNode> fromMain = universal(exchange, "");
            List<JsonNode> toSub = universal(exchange, "toEmail=sub1@example.com");

            assertThat(fromMain)
                    .isNotEmpty()
                    .allMatch(row -> row.get("fromEmail").asText().equals("main@example.com"));
            assertThat(universal(exchange, "fromEmail=main@example.com")).isEqualTo(fromMain);
            assertThat(toSub)
                    .isNotEmpty()
                    .allMatch(row -> row.get("toEmail").asText().equals("sub1@example.com"));
            assertThat(Exchange.code(exchange.signed(
                            exchange.main(), UNIVERSAL, "toEmail=sub1@example.com&fromEmail=main@example.com")))
                    .isEqualTo(-1128);
            assertThat(Exchange.code(exchange.signed(exchange.main(), UNIVERSAL, "toEmail=x@example.com")))
                    .isEqualTo(-1130);
        }
    }

    @Test
    void pagesTransfers_andCountsAllOfThem() {
        try (Exchange exchange = Exchange.ordinary(folder)) {
            List<JsonNode> all = universal(exchange, "");
            JsonNode second = exchange.json(exchange.main(), UNIVERSAL, "page=2&limit=2");

            assertThat(all).hasSizeGreaterThan(4);
            assertThat(second.get("totalCount").asInt()).isEqualTo(all.size());
            assertThat(second.get("result")).containsExactly(all.get(2), all.get(3));
            assertThat(universal(exchange, "page=1000")).isEmpty();
            assertThat(Exchange.code(exchange.signed(exchange.main(), UNIVERSAL, "limit=501")))
                    .isEqualTo(-1130);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void showsTheSameTransfersToTheSub_underTheSameIdsOnlyIfTheSwitchSaysSo(long seed) {
        try (Exchange exchange = new Exchange(Exchange.settings(seed), folder, Exchange.day(3))) {
            Set<Long> master = new TreeSet<>();
            Set<String> masterFacts = new TreeSet<>();
            for (JsonNode row : universal(exchange, "fromEmail=sub1@example.com")) {
                if (row.get("status").asText().equals("SUCCESS")) {
                    master.add(row.get("tranId").asLong());
                    masterFacts.add(
                            row.get("createTimeStamp") + row.get("asset").asText() + row.get("amount"));
                }
            }
            Set<Long> own = new TreeSet<>();
            Set<String> ownFacts = new TreeSet<>();
            for (JsonNode row : exchange.json(exchange.sub(1), OWN, "")) {
                own.add(row.get("tranId").asLong());
                ownFacts.add(row.get("time") + row.get("asset").asText() + row.get("qty"));
            }

            assertThat(ownFacts).isNotEmpty().isEqualTo(masterFacts);
            if (exchange.simulator.switches().transferIdsShared()) {
                assertThat(own).isEqualTo(master);
            } else {
                assertThat(own).doesNotContainAnyElementsOf(master);
            }
        }
    }

    @Test
    void showsASubWhatWentOut_unlessItAsksForWhatCameIn() {
        try (Exchange exchange = new Exchange(Exchange.settings(7), folder, Exchange.day(10))) {
            JsonNode out = exchange.json(exchange.sub(1), OWN, "");
            JsonNode in = exchange.json(exchange.sub(1), OWN, "type=1");
            JsonNode withFailures = exchange.json(exchange.sub(1), OWN, "returnFailHistory=true");

            assertThat(out).isNotEmpty().allMatch(row -> row.get("type").asInt() == 2);
            assertThat(in).isNotEmpty().allMatch(row -> row.get("type").asInt() == 1);
            assertThat(out).allMatch(row -> row.get("status").asText().equals("SUCCESS"));
            assertThat(withFailures)
                    .hasSizeGreaterThan(out.size())
                    .containsAll(out)
                    .anyMatch(row -> row.get("status").asText().equals("FAILURE"));
        }
    }

    @Test
    void namesTheWalletsOfATransfer_inTheMastersViewAndInTheSubs() {
        SimulatorSettings settings = Exchange.settings(7).withActivities(Set.of(Activity.FUTURES));
        try (Exchange exchange = new Exchange(settings, folder, Exchange.day(4))) {
            List<String> seen = new ArrayList<>();
            List<String> own = new ArrayList<>();
            for (JsonNode row : universal(exchange, "toEmail=sub1@example.com")) {
                if (row.get("status").asText().equals("SUCCESS")) {
                    seen.add(row.get("createTimeStamp")
                            + row.get("fromAccountType").asText()
                            + row.get("toAccountType").asText());
                }
            }
            for (JsonNode row : exchange.json(exchange.sub(1), OWN, "type=1")) {
                own.add(row.get("time")
                        + row.get("fromAccountType").asText()
                        + row.get("toAccountType").asText());
            }

            assertThat(seen)
                    .isEqualTo(own)
                    .anyMatch(wallets -> wallets.endsWith("SPOTUSDT_FUTURE"))
                    .anyMatch(wallets -> wallets.endsWith("SPOTSPOT"));
        }
    }

    @Test
    void listsOneSub_unlessMoreAreAskedFor() {
        try (Exchange exchange = Exchange.ordinary(folder)) {
            assertThat(exchange.json(exchange.main(), LIST, "").get("subAccounts"))
                    .hasSize(1);
            JsonNode both = exchange.json(exchange.main(), LIST, "limit=200").get("subAccounts");
            assertThat(both).hasSize(2);
            assertThat(both.get(1).get("subUserId").asText())
                    .isEqualTo(exchange.sub(2).uid());
            assertThat(exchange.json(exchange.main(), LIST, "limit=1&page=2").get("subAccounts"))
                    .containsExactly(both.get(1));
            assertThat(Exchange.code(exchange.signed(exchange.main(), LIST, "limit=201")))
                    .isEqualTo(-1130);
        }
    }

    @Test
    void refusesTheWrongKindOfAccount_onBothSides() {
        try (Exchange exchange = Exchange.ordinary(folder)) {
            assertThat(Exchange.code(exchange.signed(exchange.sub(1), UNIVERSAL, "")))
                    .isEqualTo(-1002);
            assertThat(Exchange.code(exchange.signed(exchange.sub(1), LIST, "")))
                    .isEqualTo(-1002);
            assertThat(Exchange.code(exchange.signed(exchange.main(), OWN, ""))).isEqualTo(-1002);
        }
    }

    private static List<JsonNode> universal(Exchange exchange, String query) {
        List<JsonNode> rows = new ArrayList<>();
        exchange.json(exchange.main(), UNIVERSAL, query).get("result").forEach(rows::add);
        return rows;
    }
}
