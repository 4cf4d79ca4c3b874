#include "model/finding.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "base/json_text.h"
#include "base/text.h"
#include "base/well_formed.h"

namespace yokoten {
namespace {

auto order(const Finding& finding) {
  return std::tie(finding.place.file, finding.place.row, finding.place.column, finding.code,
                  finding.message.ja);
}

bool same(const Finding& a, const Finding& b) { return order(a) == order(b); }

// A cell with a line break in it must not make two lines of one finding, nor a name that is no
// UTF-8 an unreadable one.
std::string in_one_line(std::string text) {
  if (first_invalid_utf8(text)) text = well_formed(text);
  for (char& letter : text)
    if (static_cast<unsigned char>(letter) < ' ' || letter == '\x7f') letter = ' ';
  return text;
}

}  // namespace

const char* level_word(Level level) {
  switch (level) {
    case Level::note:
      return "note";
    case Level::warning:
      return "warning";
    case Level::error:
      return "error";
  }
  return "error";
}

void add_finding(Findings& findings, Level level, Place place, std::string code, Message message) {
  Finding& added = findings.emplace_back();
  added.level = level;
  added.place = std::move(place);
  added.code = std::move(code);
  added.message = std::move(message);
}

bool blocks(const Findings& findings) {
  return std::any_of(findings.begin(), findings.end(),
                     [](const Finding& finding) { return finding.level == Level::error; });
}

void sort_by_place(Findings& findings) {
  std::stable_sort(findings.begin(), findings.end(),
                   [](const Finding& a, const Finding& b) { return order(a) < order(b); });
  findings.erase(std::unique(findings.begin(), findings.end(), same), findings.end());
}

std::string to_line(const Finding& finding, Language language) {
  std::string place = finding.place.file;
  if (finding.place.row > 0) place += fmt::format(":{}", finding.place.row);
  if (finding.place.row > 0 && finding.place.column > 0)
    place += fmt::format(":{}", finding.place.column);
  return in_one_line(fmt::format("{}: {} {} {}", place, level_word(finding.level), finding.code,
                                 finding.message.in(language)));
}

std::string to_json_line(const Finding& finding, Language language) {
  return fmt::format(R"({{"file":{},"row":{},"column":{},"level":"{}","code":{},"message":{}}})",
                     json_text(finding.place.file), finding.place.row, finding.place.column,
                     level_word(finding.level), json_text(finding.code),
                     json_text(finding.message.in(language)));
}

}  // namespace yokoten
