package dev.interlude.checklist.forecast;

/** The standard normal distribution. */
final class Normal {

    private static final double ROOT_OF_TWO_PI = Math.sqrt(2 * Math.PI);
    private static final int HALVINGS = 60;
    private static final double FAR = 10;

    private Normal() {}

    /** The value that a share of all lie below, 0 &lt; share &lt; 1; found by halving. */
    static double quantile(double share) {
        double low = -FAR;
        double high = FAR;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (below(middle) < share) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** The share of all that lie below a value: a power series near 0, a fraction in the tails. */
    static double below(double x) {
        double density = Math.exp(-x * x / 2) / ROOT_OF_TWO_PI;
        if (Math.abs(x) > 3) {
            double fraction = 0;
            for (int i = HALVINGS; i > 0; i--) {
                fraction = i / (Math.abs(x) + fraction);
            }
            double tail = density / (Math.abs(x) + fraction);
            return x < 0 ? tail : 1 - tail;
        }
        double term = x;
        double sum = x;
        for (int i = 1; i < 2 * HALVINGS; i++) {
            term *= x * x / (2 * i + 1);
            sum += term;
        }
        return 0.5 + density * sum;
    }
}
