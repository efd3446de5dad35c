package io.weir.event;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256, by which events, alerts, groups and long values are known. */
public final class Sha256 {

    private Sha256() {}

    /** A digest with nothing in it. For one thread. */
    public static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
