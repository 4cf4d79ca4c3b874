#pragma once

// Arithmetic as JavaScript engines do it, to the last bit. Whether a tick exists or a label is
// shown hangs on the last bit: log(9) / log(3) is 2.0000000000000004 in V8 and 2 in glibc.

namespace yokoten::chart {

/// Math.log of fdlibm (V8's); log10, exp and power likewise.
double js_log(double x);
double js_log10(double x);
double js_exp(double x);

/// Math.pow. Exact agreement for x > 0; other x are left to the C library.
double js_power(double x, double y);

/// Math.round: halves go up.
double js_round(double x);

/// 10^exponent as written in decimal ("1e-5"), which Math.pow misses by a bit here and there.
double decimal_power(double exponent);

}  // namespace yokoten::chart
