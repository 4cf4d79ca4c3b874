#pragma once

#include <memory>

#include "page/block.h"

namespace yokoten {

/// A `table` block with `source`: the rows of a source as they are.
std::unique_ptr<Block> make_source_table(Options& options);

}  // namespace yokoten
