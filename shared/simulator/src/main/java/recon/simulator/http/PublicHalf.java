package recon.simulator.http;

import java.io.Serial;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import recon.simulator.SimulatedKey;

/** What an account's owner uploads to the exchange: the public half of a private key. */
final class PublicHalf {
    private PublicHalf() {}

    static PublicKey rsa(SimulatedKey key) {
        try {
            KeyFactory factory = KeyFactory.getInstance("RSA");
            RSAPrivateCrtKey whole = (RSAPrivateCrtKey) factory.generatePrivate(encoded(key));
            return factory.generatePublic(new RSAPublicKeySpec(whole.getModulus(), whole.getPublicExponent()));
        } catch (GeneralSecurityException e) {
            throw unusable(e);
        }
    }

    static PublicKey ed25519(SimulatedKey key) {
        try {
            EdECPrivateKey whole =
                    (EdECPrivateKey) KeyFactory.getInstance("Ed25519").generatePrivate(encoded(key));
            byte[] seed = whole.getBytes().orElseThrow();
            // The JDK derives a public half only while it makes a pair; a pair is made from 32 random bytes.
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, new Given(seed));
            return generator.generateKeyPair().getPublic();
        } catch (GeneralSecurityException e) {
            throw unusable(e);
        }
    }

    private static PKCS8EncodedKeySpec encoded(SimulatedKey key) {
        String body = key.secret().replaceAll("-----[A-Z ]+-----", "");
        return new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(body));
    }

    private static IllegalStateException unusable(GeneralSecurityException cause) {
        return new IllegalStateException("a key of the simulator is not usable", cause);
    }

    /** Gives the same bytes whenever it is asked. */
    private static final class Given extends SecureRandom {
        @Serial
        private static final long serialVersionUID = 1L;

        private final byte[] bytes;

        private Given(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        @Override
        public void nextBytes(byte[] target) {
            System.arraycopy(bytes, 0, target, 0, target.length);
        }
    }
}
