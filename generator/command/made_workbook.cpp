#include "command/made_workbook.h"

#include <unistd.h>

#include <cstdlib>
#include <filesystem>

#include "base/disk.h"

namespace yokoten {

std::optional<std::string> made_workbook(const std::function<void(lxw_workbook*)>& fill) {
  std::error_code failed;
  std::string path = std::filesystem::temp_directory_path(failed) / "yokoten-XXXXXX.xlsx";
  constexpr int ending = 5;  // of .xlsx
  const int file = failed ? -1 : mkstemps(path.data(), ending);
  if (file < 0) return std::nullopt;
  close(file);
  lxw_workbook* book = workbook_new(path.c_str());
  // The clock must not reach a file.
  lxw_doc_properties properties{};
  properties.created = 1;
  std::optional<std::string> bytes;
  if (book != nullptr) {
    workbook_set_properties(book, &properties);
    fill(book);
    if (workbook_close(book) == LXW_NO_ERROR) bytes = RealDisk().read(path);
  }
  std::filesystem::remove(path, failed);
  return bytes;
}

}  // namespace yokoten
