#include "difference/report.h"

#include <fmt/format.h>

#include "difference/report_parts.h"

namespace yokoten {
namespace {

void add_counts(const Difference& difference, Report& report) {
  const bool ja = report.language == Language::ja;
  std::size_t added = 0, removed = 0, revised = 0, ranks = 0;
  for (const IndicatorChanges& each : difference.indicators) {
    added += each.added.size();
    removed += each.removed.size();
    revised += each.revised.size();
  }
  for (const RankChanges& each : difference.ranks) ranks += each.areas.size();
  const PageChanges& pages = difference.pages;
  const auto add = [&](const char* in_japanese, const char* in_english, std::size_t count) {
    report.counts.emplace_back(ja ? in_japanese : in_english, std::to_string(count));
  };
  add("改定された数値", "figures revised", revised);
  add("追加された数値", "figures added", added);
  add("なくなった数値", "figures removed", removed);
  const bool has_records = report.before->facts && report.after->facts;
  if (has_records) {
    add("順位の変わった地域", "ranks changed", ranks);
    add("目標・指標の決まりの変更", "targets and definitions changed",
        difference.definitions.size());
  }
  add("新しいページ", "pages added", pages.added.size());
  add("なくなったページ", "pages removed", pages.removed.size());
  add("アドレスの変わったページ", "pages moved", pages.moved.size());
  add("文章の変わった行", "lines of text changed", pages.texts.size());
  add("数値の改定では説明できない数字の行", "lines with other numbers that no figure explains",
      unexplained_numbers(pages).size());
  add("ページでないファイルの変更", "files that are no pages",
      pages.files_added.size() + pages.files_removed.size() + pages.files_changed.size());
  if (!difference.findings.is_known) return;
  add("新しい指摘", "findings new", difference.findings.added.size());
  add("なくなった指摘", "findings gone", difference.findings.gone.size());
}

void add_parts(Report& report, std::vector<ReportPart> parts) {
  for (ReportPart& each : parts) report.parts.push_back(std::move(each));
}

}  // namespace

Report report_of(const Difference& difference, const Snapshot& before, const Snapshot& after,
                 Language language) {
  Report report;
  report.language = language;
  report.title = language == Language::ja ? "公表内容の変更" : "What changes";
  report.before = &before;
  report.after = &after;
  report.is_empty = difference.is_empty();
  add_counts(difference, report);
  add_parts(report, definition_parts(difference.definitions, language));
  add_parts(report, figure_parts(difference, before, after, language));
  add_parts(report, rank_parts(difference, before, after, language));
  add_parts(report, page_parts(difference.pages, language));
  add_parts(report, finding_parts(difference.findings, language));
  return report;
}

std::string left_out_words(std::size_t count, Language language) {
  return fmt::format(
      fmt::runtime(language == Language::ja ? "ほか {}件（全部は --format json にあります）"
                                            : "{} more (all of them by --format json)"),
      count);
}

std::string side_words(const Snapshot& side, Language language) {
  const bool ja = language == Language::ja;
  if (side.as_of.empty())
    return side.name + (ja ? "（build の記録なし）" : " (no record of its build)");
  return fmt::format(fmt::runtime(ja ? "{}（{}、{}時点）" : "{} ({}, as of {})"), side.name,
                     side.title, side.as_of);
}

}  // namespace yokoten
