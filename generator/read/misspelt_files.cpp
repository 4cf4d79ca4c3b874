#include "read/misspelt_files.h"

#include <fmt/format.h>
#include <algorithm>
#include <vector>

#include "base/editors_own.h"
#include "base/text.h"
#include "model/report.h"
#include "read/encoding.h"
#include "read/publication_parts.h"

namespace yokoten {
namespace {

constexpr std::size_t short_name = 4;  // raw, look: other words of as many letters are near
constexpr std::size_t long_name = 8;

// `programs.toml` is programmes.toml, but `row` need not be raw, nor `books` look.
bool is_nearly(const std::string& name, const std::string& meant) {
  const std::string small = lower_ascii(name);
  if (small == meant) return true;
  const std::size_t slips = edit_distance(small, meant),
                    letters = meant.substr(0, meant.find('.')).size();
  if (letters <= short_name) return slips == 1 && small.size() == meant.size() + 1;
  return slips <= (letters > long_name ? 2 : 1);
}

// The nearest one; empty where there is none.
std::string meant_by(const std::string& name) {
  const std::vector<std::string>& parts = parts_of_publication();
  if (is_editors_own(name) || std::find(parts.begin(), parts.end(), name) != parts.end()) return {};
  const auto near = nearest(lower_ascii(name), parts, 1);
  return !near.empty() && is_nearly(name, near.front()) ? near.front() : std::string();
}

// What the name most likely was: 「利用申請.txt」 where it is read as CP932.
Message name_meant(const std::string& path) {
  const Encoding encoding = detected_encoding(path);
  const DecodedText text(path, encoding);
  if (encoding == Encoding::utf8 || !text.whole()) return {};
  return {fmt::format("（{}なら「{}」）", name_of(encoding), text.text()),
          fmt::format(" (as {} it is {})", name_of(encoding), text.text())};
}

}  // namespace

void report_misnamed(Disk& disk, const std::string& folder, Findings& findings) {
  for (const std::string& part : parts_of_publication())
    for (const std::string& path : disk.files(folder + '/' + part)) {
      if (!first_invalid_utf8(path)) continue;
      const Message meant = name_meant(path);
      report_error(findings, {folder + '/' + part + '/' + path, 0, 0}, "publication.name",
                   {"名前がUTF-8ではありません" + meant.ja + "。名前を付け直してください",
                    "the file's name is not UTF-8" + meant.en + "; rename it"});
    }
}

void report_misspelt(Disk& disk, const std::string& folder, Findings& findings) {
  for (const std::string& name : disk.names(folder))
    if (const std::string meant = meant_by(name); !meant.empty())
      report_warning(findings, {folder + '/' + name, 0, 0}, "publication.file",
                     {fmt::format("{} は読まれません。{} なら、名前を直してください", name, meant),
                      fmt::format("{} is not read; if it is {}, give it that name", name, meant)});
}

}  // namespace yokoten
