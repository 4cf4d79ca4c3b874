#include <algorithm>
#include <array>

#include "read/workbook.h"

namespace yokoten {
namespace {

constexpr std::array<std::string_view, 3> of_open_document{".ods", ".ots", ".fods"};
constexpr std::array<std::string_view, 6> of_excel{".xlsx", ".xlsm", ".xltx",
                                                   ".xltm", ".xlsb", ".xls"};

template <class Endings>
bool ends_like(std::string_view file, const Endings& endings) {
  const std::size_t dot = file.rfind('.');
  if (dot == std::string_view::npos) return false;
  std::string ending(file.substr(dot));
  for (char& letter : ending)
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  return std::find(endings.begin(), endings.end(), ending) != endings.end();
}

}  // namespace

bool is_workbook_name(std::string_view file) {
  return ends_like(file, of_excel) || ends_like(file, of_open_document);
}

std::optional<Workbook> read_workbook(std::string_view bytes, const std::string& file,
                                      Findings& findings, const WorkbookLimits& limits) {
  const bool is_open_document = ends_like(file, of_open_document);
  return is_open_document ? read_ods(bytes, file, findings, limits)
                          : read_xlsx(bytes, file, findings, limits);
}

}  // namespace yokoten
