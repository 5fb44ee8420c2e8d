package recon.binance.error;

import static recon.binance.error.ErrorClass.API_KEY_INVALID;
import static recon.binance.error.ErrorClass.INSUFFICIENT_BALANCE;
import static recon.binance.error.ErrorClass.INVALID_SYMBOL;
import static recon.binance.error.ErrorClass.NETWORK_ERROR;
import static recon.binance.error.ErrorClass.PARAMETER_ERROR;
import static recon.binance.error.ErrorClass.RATE_LIMIT;
import static recon.binance.error.ErrorClass.UNKNOWN;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import recon.binance.request.HostFamily;

/** The exchange's error codes. The same number may mean different things on different interfaces. */
final class ErrorCodes {
    private static final int ORDER_REJECTED = -2010;
    private static final String NO_MONEY = "Account has insufficient balance for requested action.";

    private static final Map<Integer, ErrorClass> EVERYWHERE = new Table()
            .put(API_KEY_INVALID, -1002, -1022, -2014, -2015)
            .put(RATE_LIMIT, -1003, -1015)
            .put(PARAMETER_ERROR, -1013, -1014, -1020, -1021, -1111, -1127, -1128, -1130)
            .range(PARAMETER_ERROR, -1106, -1100)
            .range(PARAMETER_ERROR, -1120, -1114)
            .put(NETWORK_ERROR, -1001, -1006, -1007, -1016)
            .put(INVALID_SYMBOL, -1121)
            .done();

    private static final Map<Integer, ErrorClass> SPOT = new Table()
            .put(RATE_LIMIT, -1008, -1034, -1181, -1191)
            .put(PARAMETER_ERROR, -1108, -1122, -1134, -1135, -1139, -1145, -1151, -1194, -1220)
            .put(PARAMETER_ERROR, -2011, -2013, -2026, -2039, -2043)
            .done();

    private static final Map<Integer, ErrorClass> SAPI = new Table()
            .put(API_KEY_INVALID, -1099, -4004)
            .put(RATE_LIMIT, -1004, -4005, -6009, -12014)
            .put(PARAMETER_ERROR, -1131, -3011, -3025, -3026, -4047, -7001, -7002)
            .put(INSUFFICIENT_BALANCE, -3041, -4024, -4025, -4026, -5002, -5003, -6012, -6018, -10011)
            .put(NETWORK_ERROR, -3044, -10001)
            .put(INVALID_SYMBOL, -3027, -3028, -20121)
            .done();

    /** The order filters fill the whole of -40xx; what differs is written over them. */
    private static final Map<Integer, ErrorClass> FAPI = new Table()
            .range(PARAMETER_ERROR, -4099, -4000)
            .put(API_KEY_INVALID, -1011, -1099, -2017, -4056, -4057)
            .put(RATE_LIMIT, -1008, -2025, -4045)
            .put(PARAMETER_ERROR, -1023, -1108, -1109, -1122, -1125, -1126, -2013, -2026, -4144)
            .put(INSUFFICIENT_BALANCE, -2018, -2019, -2024, -4050, -4051)
            .put(INVALID_SYMBOL, -4141)
            .done();

    private ErrorCodes() {}

    static ErrorClass classOf(HostFamily host, int code, String message) {
        if (host == HostFamily.SPOT && code == ORDER_REJECTED) {
            return message.equals(NO_MONEY) ? INSUFFICIENT_BALANCE : UNKNOWN;
        }
        Map<Integer, ErrorClass> own = switch (host) {
            case SPOT -> SPOT;
            case SAPI -> SAPI;
            case FAPI -> FAPI;
        };
        return own.getOrDefault(code, EVERYWHERE.getOrDefault(code, UNKNOWN));
    }

    private static final class Table {
        private final Map<Integer, ErrorClass> classes = new HashMap<>();

        Table put(ErrorClass errorClass, int... codes) {
            Arrays.stream(codes).forEach(code -> classes.put(code, errorClass));
            return this;
        }

        Table range(ErrorClass errorClass, int lowest, int highest) {
            return put(errorClass, IntStream.rangeClosed(lowest, highest).toArray());
        }

        Map<Integer, ErrorClass> done() {
            return Map.copyOf(classes);
        }
    }
}
