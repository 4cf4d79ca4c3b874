#include "command/diagnostics.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>

namespace yokoten {
namespace {

constexpr std::array<std::pair<int, const char*>, 7> failures = {{
    {ENOENT, "ファイルがありません"},
    {ENOTDIR, "途中の名前がフォルダーではありません"},
    {EACCES, "読み書きする権限がありません"},
    {EPERM, "許されていません"},
    {EISDIR, "ファイルではなくフォルダーです"},
    {EROFS, "書き込めない場所です"},
    {ENOSPC, "空きがありません"},
}};

}  // namespace

std::string reason_in(Language language, std::string reason) {
  constexpr std::string_view no_file = "no regular file";
  if (language == Language::ja && reason.ends_with(no_file))
    return reason.replace(reason.size() - no_file.size(), no_file.size(),
                          "ファイルではありません（フォルダーなど）");
  if (language == Language::ja)
    for (const auto& [number, words] : failures)
      if (const std::string theirs = std::strerror(number); reason.ends_with(": " + theirs))
        return reason.replace(reason.size() - theirs.size(), theirs.size(), words);
  return reason;
}

void tell_text(std::string_view text) {
  const std::size_t written = std::fwrite(text.data(), 1, text.size(), stderr);
  static_cast<void>(written);
}

}  // namespace yokoten
