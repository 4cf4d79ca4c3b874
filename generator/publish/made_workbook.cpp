#include "publish/made_workbook.h"

#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>

#include "base/disk.h"
#include "model/period.h"

namespace yokoten {
namespace {

// The clock must not reach a file.
std::time_t seconds_of(const std::string& date) {
  const auto day = parse_date(date);
  if (!day) return 1;
  using namespace std::chrono;
  const sys_days days = year{day->year} / month{static_cast<unsigned>(day->month)} /
                        std::chrono::day{static_cast<unsigned>(day->day)};
  return system_clock::to_time_t(days);
}

// How many bytes at `at` no part of a workbook can hold; mostly none.
std::size_t unheld(std::string_view text, std::size_t at) {
  const char byte = text[at];
  if (byte >= 0 && byte < ' ') return byte == '\t' || byte == '\n' ? 0 : 1;
  if (byte != '\xEF') return 0;
  const std::string_view letter = text.substr(at, 3);
  return letter == "\xEF\xBF\xBE" || letter == "\xEF\xBF\xBF" ? 3 : 0;
}

// The library takes texts that it may change, but does not.
char* text_of(const SheetText& text) {
  return *text.c_str() == '\0' ? nullptr : const_cast<char*>(text.c_str());
}

void set_properties(lxw_workbook* book, const WorkbookForm& form) {
  lxw_doc_properties properties{};
  properties.created = seconds_of(form.date);
  const SheetText title(form.title), author(form.author), comments(form.comments);
  properties.title = text_of(title);
  properties.author = text_of(author);
  properties.comments = text_of(comments);
  workbook_set_properties(book, &properties);
}

// The library writes each sheet into a file of its own first; in memory that takes half the time.
std::string temporary_folder() {
  std::error_code failed;
  if (std::getenv("TMPDIR") == nullptr && access("/dev/shm", W_OK | X_OK) == 0) return "/dev/shm";
  const auto folder = std::filesystem::temp_directory_path(failed);
  return failed ? std::string("/tmp") : folder.string();
}

}  // namespace

std::optional<std::string> made_workbook(const std::function<void(lxw_workbook*)>& fill,
                                         const WorkbookForm& form) {
  std::string folder = temporary_folder();
  std::string path = folder + "/yokoten-XXXXXX.xlsx";
  constexpr int ending = 5;  // of .xlsx
  const int file = mkstemps(path.data(), ending);
  if (file < 0) return std::nullopt;
  close(file);
  lxw_workbook_options options{};
  options.tmpdir = folder.data();
  options.constant_memory = form.row_by_row ? LXW_TRUE : LXW_FALSE;
  lxw_workbook* book = workbook_new_opt(path.c_str(), &options);
  std::optional<std::string> bytes;
  if (book != nullptr) {
    set_properties(book, form);
    fill(book);
    if (workbook_close(book) == LXW_NO_ERROR) bytes = RealDisk().read(path);
  }
  unlink(path.c_str());
  return bytes;
}

SheetText::SheetText(const std::string& text) : text_(&text) {
  std::size_t at = 0;
  while (at < text.size() && unheld(text, at) == 0) ++at;
  if (at == text.size()) return;
  clean_ = text.substr(0, at);
  for (; at < text.size(); ++at) {
    const std::size_t bytes = unheld(text, at);
    if (bytes == 0) *clean_ += text[at];
    if (bytes == 3) at += 2;
  }
}

}  // namespace yokoten
