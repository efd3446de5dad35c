package io.weir.event;

import java.io.IOException;

/** XML that cannot be read on: what was found and what was expected. */
final class XmlBroken extends IOException {

    private static final long serialVersionUID = 1L;

    XmlBroken(String found) {
        super(found);
    }

    /** A flow of control and no bug: hostile records must not cost a stack trace each. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
