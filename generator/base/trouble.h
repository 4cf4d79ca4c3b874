#pragma once

namespace yokoten {

/// From here on RealDisk::trouble() tells only what happens anew: for who tries again and again,
/// or goes on with something else.
void forget_trouble();

}  // namespace yokoten
