package dev.interlude.checklist.forecast;

/** What happens when, the earliest first: a binary heap without objects. */
final class Changes {

    private final long[] at;
    private final int[] what;
    private int size;

    Changes(int most) {
        this.at = new long[most];
        this.what = new int[most];
    }

    boolean isEmpty() {
        return size == 0;
    }

    long firstAt() {
        return at[0];
    }

    void add(long when, int change) {
        int i = size++;
        while (i > 0 && at[(i - 1) >> 1] > when) {
            int parent = (i - 1) >> 1;
            at[i] = at[parent];
            what[i] = what[parent];
            i = parent;
        }
        at[i] = when;
        what[i] = change;
    }

    int remove() {
        int first = what[0];
        size--;
        long when = at[size];
        int change = what[size];
        int i = 0;
        for (int child = 1; child < size; child = 2 * i + 1) {
            if (child + 1 < size && at[child + 1] < at[child]) {
                child++;
            }
            if (at[child] >= when) {
                break;
            }
            at[i] = at[child];
            what[i] = what[child];
            i = child;
        }
        at[i] = when;
        what[i] = change;
        return first;
    }
}
