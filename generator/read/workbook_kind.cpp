#include <algorithm>
#include <array>

#include "read/workbook.h"

namespace yokoten {
namespace {

// In letters of either case.
bool is_open_document(std::string_view file) {
  constexpr std::array<std::string_view, 3> endings{".ods", ".ots", ".fods"};
  const std::size_t dot = file.rfind('.');
  if (dot == std::string_view::npos) return false;
  std::string ending(file.substr(dot));
  for (char& letter : ending)
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  return std::find(endings.begin(), endings.end(), ending) != endings.end();
}

}  // namespace

std::optional<Workbook> read_workbook(std::string_view bytes, const std::string& file,
                                      Findings& findings, const WorkbookLimits& limits) {
  return is_open_document(file) ? read_ods(bytes, file, findings, limits)
                                : read_xlsx(bytes, file, findings, limits);
}

}  // namespace yokoten
