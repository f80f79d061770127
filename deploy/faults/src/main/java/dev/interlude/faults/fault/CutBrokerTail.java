package dev.interlude.faults.fault;

import dev.interlude.faults.rig.Rig;

/**
 * The broker's machine loses power: what its disk had not written is gone, although it was
 * acknowledged. The relay has to notice, and to publish it again.
 */
final class CutBrokerTail implements Fault {

    @Override
    public String name() {
        return "cut-broker-tail";
    }

    @Override
    public String strike(Site site) {
        site.rig().killBroker();
        long bytes = site.rig().brokerDisk().cutTails(Rig.TOPIC, site.random());
        site.rig().startBroker();
        return bytes + " bytes of the topic";
    }
}
