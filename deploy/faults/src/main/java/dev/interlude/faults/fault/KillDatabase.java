package dev.interlude.faults.fault;

/** The database server dies with all its processes, and recovers from its write-ahead log. */
final class KillDatabase implements Fault {

    @Override
    public String name() {
        return "kill-database";
    }

    @Override
    public String strike(Site site) {
        site.rig().killDatabase();
        site.rig().startDatabase();
        return "postmaster";
    }
}
