#pragma once

#include <string>

namespace yokoten {

/// A cell of a source's table that says something else now.
struct CellChange {
  int source = 0, row = 0, column = 0;  ///< as in Origin
  std::string text;                     ///< what it says
};

}  // namespace yokoten
