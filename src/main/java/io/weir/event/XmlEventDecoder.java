package io.weir.event;

/** Reads records of event XML, and hands all others to the decoder behind it. */
record XmlEventDecoder(DecodeLimits limits, EventDecoder others) implements EventDecoder {

    @Override
    public Decoded decode(byte[] record, Stamp transport) {
        return record.length <= limits.bytes() && XmlRecordReader.isXml(record)
                ? new XmlRecordReader(limits, record, transport).read()
                : others.decode(record, transport);
    }
}
