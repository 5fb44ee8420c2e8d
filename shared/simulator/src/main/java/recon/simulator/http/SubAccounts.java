package recon.simulator.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import recon.simulator.SimulatedAccount;

/** {@code GET /sapi/v1/sub-account/list}: one row unless more are asked for. */
final class SubAccounts implements Endpoint {
    private static final int DEFAULT_LIMIT = 1;
    private static final int LARGEST_LIMIT = 200;
    private static final long CREATED = 1_672_531_200_000L;

    @Override
    public String path() {
        return "/sapi/v1/sub-account/list";
    }

    @Override
    public Access access() {
        return Access.MAIN;
    }

    @Override
    public Set<String> parameters() {
        return Set.of("email", "isFreeze", "page", "limit");
    }

    @Override
    public void answer(Asked asked, JsonGenerator json) throws IOException, Refusal {
        Parameters parameters = asked.parameters();
        int page = parameters.within("page", 1, Integer.MAX_VALUE, 1);
        int limit = parameters.within("limit", 1, LARGEST_LIMIT, DEFAULT_LIMIT);
        Optional<String> email = parameters.text("email");
        List<SimulatedAccount> subs = asked.world().accounts().stream()
                .filter(account -> !account.main() && !parameters.flag("isFreeze"))
                .filter(account -> email.isEmpty() || account.email().equals(email.get()))
                .toList();
        json.writeStartObject();
        json.writeArrayFieldStart("subAccounts");
        for (SimulatedAccount sub : Pages.page(subs, page, limit)) {
            json.writeStartObject();
            json.writeNumberField("subUserId", Long.parseLong(sub.uid()));
            json.writeStringField("email", sub.email());
            json.writeStringField("remark", "");
            json.writeBooleanField("isFreeze", false);
            json.writeNumberField("createTime", CREATED);
            json.writeBooleanField("isManagedSubAccount", false);
            json.writeBooleanField("isAssetManagementSubAccount", false);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
