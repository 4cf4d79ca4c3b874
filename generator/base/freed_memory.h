#pragma once

namespace yokoten {

/// Makes the process keep memory that it has freed instead of giving it back and asking again for
/// each page and picture. Call once, before anything else; without glibc it does nothing.
void keep_freed_memory();

}  // namespace yokoten
