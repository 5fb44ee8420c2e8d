package recon.binance.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import recon.binance.request.HostFamily;
import recon.binance.request.Request;
import recon.binance.request.Security;

class SignerTest {
    private static final String SECRET = "demo-secret-0001";
    private static final String OFFICIAL_SECRET = "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j";
    /** Before the raw 32 bytes of an Ed25519 private key in PKCS#8 (RFC 8410). */
    private static final String ED25519_HEAD = "302e020100300506032b657004220420";

    private static final String SELL = "symbol=%s&side=SELL&type=LIMIT&timeInForce=GTC&quantity=1&price=0.2"
            + "&timestamp=1668481559918&recvWindow=5000";
    private static final String WIDE_DIGITS = "%EF%BC%91%EF%BC%92%EF%BC%93%EF%BC%94%EF%BC%95%EF%BC%96";

    /** Vectors of the facts sheet, made with another implementation of HMAC. */
    @Test
    void signaturesAreThoseOfTheFactsSheet() {
        Request plain = request()
                .with("symbol", "BTCUSDT")
                .with("startTime", 1_700_000_000_000L)
                .with("endTime", 1_700_086_399_999L)
                .with("limit", 1_000)
                .with("recvWindow", 5_000)
                .with("timestamp", 1_700_100_000_000L);
        assertThat(Credentials.hmac("key", SECRET).signer().sign(plain.query()))
                .isEqualTo("f9487b01520fabedd06754ac906efe993b7cec1e628fd89bc156f34bd8c34843");
    }

    @Test
    void theEncodedTextIsSigned_whenASymbolIsNotAscii() {
        Request chinese = request().with("symbol", "測試USDT").with("limit", 10).with("timestamp", 1_700_100_000_000L);
        assertThat(Credentials.hmac("key", SECRET).signer().sign(chinese.query()))
                .isEqualTo("5408bb5216e4896700906830725426604ceff80837cf4cc91c6ed89ab4761095");
    }

    /** The exchange's own published examples: "SIGNED Endpoint Examples" of its REST documentation. */
    @ParameterizedTest
    @CsvSource({
        "LTCBTC, c8db56825ae71d6d79447849e617115f4a920fa2acdcab2b053c4b2838bd6b71",
        "１２３４５６, e1353ec6b14d888f1164ae9af8228a3dbd508bc82eb867db8ab6046442f33ef3"
    })
    void signaturesAreThoseOfTheExchange_forHmac(String symbol, String expected) {
        Map<String, String> params = new LinkedHashMap<>();
        params.put("symbol", symbol);
        params.put("side", "BUY");
        params.put("type", "LIMIT");
        params.put("timeInForce", "GTC");
        params.put("quantity", "1");
        params.put("price", "0.1");
        params.put("recvWindow", "5000");
        params.put("timestamp", "1499827319559");
        Request order = request();
        for (Map.Entry<String, String> param : params.entrySet()) {
            order = order.with(param.getKey(), param.getValue());
        }
        assertThat(Credentials.hmac("key", OFFICIAL_SECRET).signer().sign(order.query()))
                .isEqualTo(expected);
    }

    /** The only Ed25519 key that the exchange publishes with its private half: the logon example of its FIX page. */
    @Test
    void signaturesAreThoseOfTheExchange_forEd25519() {
        assertThat(TestKeys.credentials(KeyType.ED25519)
                        .signer()
                        .sign("A\u0001EXAMPLE\u0001SPOT\u00011\u000120240627-11:17:25.223"))
                .isEqualTo("4MHXelVVcpkdwuLbl6n73HQUXUf1dse2PCgT1DYqW9w8AVZ1RACFGM+5UdlGPrQHrgtS3CvsRURC1oj73j8gCA==");
    }

    /** RFC 8032, section 7.1, tests 1 and 2. */
    @ParameterizedTest
    @CsvSource({
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60, '',"
                + "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
                + "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb, r,"
                + "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
    })
    void signaturesAreThoseOfTheStandard_forEd25519(String key, String payload, String expected) {
        String pem = TestKeys.pem(HexFormat.of().parseHex(ED25519_HEAD + key));
        assertThat(Credentials.privateKey("key", pem).signer().sign(payload))
                .isEqualTo(Base64.getEncoder().encodeToString(HexFormat.of().parseHex(expected)));
    }

    /** The payloads of the exchange's examples, signed with OpenSSL: its own RSA key is not published. */
    @ParameterizedTest
    @CsvSource({
        "RSA, BTCUSDT, hNoNf/a+HB9YV26CR1+Ud4szp0uYeVMhxroy9314Ji7khzts4ES2teg6HX/MqqlX90EpezyWnYifxSK/HAEJzo2pJ5zZEL2I7R+7"
                + "fQZ88re6YkXjV/Yid9Btuxg8e3f3/91JoV80RC8A7tepgSgDpJyfuRLNO7pd/XJ17VE3zbNgpIvt5VOd/juN3xrrFQVHabZjtUPa"
                + "QUdTkkxkMs9HlbpZEKotjEAoP1wRQ5z/pvkEjI12bLRf+r5/GkRxtUE0weXT4Wiv/rWlVJvBgkq8f1Tvp/7B00h+I+H1sQen3bt9"
                + "jxckr8BVLFW8sZ+A/Q08mLVZLqIQXuhwFANBUM5H7A==",
        "RSA, '', ya5/o71/L1D7lKhflIse2P0vyFesy7I2dOdS2d51e96wNVIE98P88wXKxFRTQeuIFxq3MWX09/3SCZ6QN1VKHyffzS7ds8gX"
                + "S+Dy+ygz/8XoX7UJy9d66Pp7m/lx5HNjbqq/CS49fVtAaIGb1vAeTushGkOFvWpnRO4+UeDXWDb+ZIYtVFhzssN9+Ovf7i8i5zJV"
                + "7Ny5+QGAwz8dvnQjE8OO3M6jHLF+UR8cQbuIbYsWN76cH4UBYbcmtqpj/VMR7NYUV4F+k5bmVhiYe3piFMAoymGHb9fOPSAHtWla"
                + "qlYGEGvMwJ1sjgRUZNVPGuBaKBxXcLms54B+Z5qnJajBYQ==",
        "ED25519, BTCUSDT, inDT086KVIP8vgUfw5sV3VTkescWztiAGlf4x8FLKHM4NInsn0c1kYVLoGMO8cyjfR6vmTku2YQE0gtfVVlfCw==",
        "ED25519, '', vECjNXSlVOz1DskXXQ866KhikKY8cxajBXKAU0COlYYemqEr45TXiRS/jNB3LyHHh48pu7z2S6pTFhmhWNRBBw=="
    })
    void signaturesAreThoseOfOpenSsl(KeyType type, String symbol, String expected) {
        String payload = SELL.formatted(symbol.isEmpty() ? WIDE_DIGITS : symbol);
        assertThat(TestKeys.credentials(type).signer().sign(payload)).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(KeyType.class)
    void theOtherSideTakesTheSignature_andOnlyOfThisPayload(KeyType type) throws Exception {
        String payload = SELL.formatted(WIDE_DIGITS);
        String signature = TestKeys.credentials(type).signer().sign(payload);
        assertThat(TestKeys.verified(type, payload, signature)).isTrue();
        assertThat(TestKeys.verified(type, payload + "0", signature)).isFalse();
        assertThat(TestKeys.credentials(type).signer().sign(payload)).isEqualTo(signature);
    }

    private static Request request() {
        return Request.of(HostFamily.SPOT, "/api/v3/myTrades", Security.SIGNED, List.of());
    }
}
