#include "base/place.h"

namespace yokoten {

std::string cell_name(int row, int column) {
  std::string name;
  for (; column > 0; column = (column - 1) / 26)
    name.insert(name.begin(), static_cast<char>('A' + (column - 1) % 26));
  return row > 0 ? name + std::to_string(row) : name;
}

}  // namespace yokoten
