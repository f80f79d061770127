package dev.interlude.faults.fault;

/** The broker dies, and comes back with what its disk holds. */
final class KillBroker implements Fault {

    @Override
    public String name() {
        return "kill-broker";
    }

    @Override
    public String strike(Site site) {
        site.rig().killBroker();
        site.rig().startBroker();
        return "broker";
    }
}
