#include "base/well_formed.h"

#include "base/text.h"

namespace yokoten {

std::string well_formed(std::string_view bytes) {
  std::string out;
  while (const auto wrong = first_invalid_utf8(bytes)) {
    out.append(bytes.substr(0, *wrong)).append("\xef\xbf\xbd");
    bytes.remove_prefix(*wrong + 1);
  }
  out.append(bytes);
  return out;
}

}  // namespace yokoten
