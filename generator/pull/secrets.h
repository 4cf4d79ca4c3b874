#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace yokoten {

/// Values from the environment that may be written nowhere.
class Secrets {
 public:
  void add(std::string value);
  /// `text` with `***` for every secret in it, as it stands or percent-encoded, in large or
  /// small letters.
  std::string blanked(std::string text) const;

 private:
  std::vector<std::string> values_;  // longest first
};

/// `text` percent-encoded for a query.
std::string query_text(std::string_view text);

}  // namespace yokoten
