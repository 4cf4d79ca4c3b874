#pragma once

namespace yokoten {

/// From here on RealDisk::trouble() tells only what happens anew: for who tries again and again.
void forget_trouble();

}  // namespace yokoten
