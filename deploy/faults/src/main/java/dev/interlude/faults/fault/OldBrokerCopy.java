package dev.interlude.faults.fault;

import java.nio.file.Path;

/** The broker comes back with a copy of its disk that is older than what it acknowledged. */
final class OldBrokerCopy implements Fault {

    @Override
    public String name() {
        return "old-broker-copy";
    }

    @Override
    public String strike(Site site) {
        Path copy = site.rig().logs().resolveSibling("broker-copy");
        site.rig().brokerDisk().copyTo(copy);
        int more = 50 + site.random().nextInt(100);
        site.awaitAcknowledged(more);
        site.rig().killBroker();
        site.rig().brokerDisk().replaceBy(copy);
        site.rig().startBroker();
        return "a copy from " + more + " acknowledgements ago";
    }
}
