#include <fmt/format.h>

#include <algorithm>

#include "difference/report_parts.h"

namespace yokoten {
namespace {

using What = DefinitionChange::What;

std::string what_words(const DefinitionChange& change, bool ja) {
  switch (change.what) {
    case What::indicator:
      return change.before.empty() ? (ja ? "指標の追加" : "the indicator is new")
                                   : (ja ? "指標の削除" : "the indicator was taken out");
    case What::title:
      return ja ? "題名" : "title";
    case What::unit:
      return ja ? "単位" : "unit";
    case What::decimals:
      return ja ? "小数の桁数" : "decimals";
    case What::better:
      return ja ? "望ましい向き" : "which way is better";
    case What::target:
      return fmt::format(fmt::runtime(ja ? "{}年度の目標" : "target for fiscal year {}"),
                         change.year);
    case What::calculation:
      break;
  }
  return ja ? "計算の決まり（単位・桁・資料・式・条件）"
            : "how it is computed (unit, decimals, sources, formula, conditions)";
}

std::string better_words(const std::string& word, bool ja) {
  if (word.empty()) return ja ? "なし" : "none";
  return word == "higher" ? (ja ? "大きいほどよい" : "higher") : (ja ? "小さいほどよい" : "lower");
}

// A hash tells a reader that it is another one, and no more.
std::string value_words(const DefinitionChange& change, const std::string& text, bool ja) {
  constexpr std::size_t most_digits = 12;
  if (change.what == What::calculation) return "SHA-256 " + text.substr(0, most_digits) + "…";
  if (change.what == What::better) return better_words(text, ja);
  return text.empty() ? "-" : text;
}

}  // namespace

std::vector<ReportPart> definition_parts(const std::vector<DefinitionChange>& changes,
                                         Language language) {
  const bool ja = language == Language::ja;
  std::vector<ReportPart> parts;
  if (changes.empty()) return parts;
  ReportPart& part = parts.emplace_back();
  part.heading =
      fmt::format("{} ({})", ja ? "目標・指標の決まり" : "Targets and definitions", changes.size());
  part.table.headings = ja ? std::vector<std::string>{"指標", "何が", "前", "後"}
                           : std::vector<std::string>{"indicator", "what", "before", "after"};
  for (std::size_t at = 0; at < changes.size() && at < most_lines; ++at) {
    const DefinitionChange& each = changes[at];
    part.table.rows.push_back({as_it_stands(fmt::format("{} ({})", each.title, each.id)),
                               as_it_stands(what_words(each, ja)),
                               as_it_stands(value_words(each, each.before, ja)),
                               as_it_stands(value_words(each, each.after, ja))});
  }
  part.table.left_out = changes.size() - std::min(changes.size(), most_lines);
  return parts;
}

}  // namespace yokoten
