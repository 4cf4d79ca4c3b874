#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "difference/report_parts.h"

namespace yokoten {
namespace {

// The site's top page has no address of its own below it.
std::string shown_address(const std::string& address) { return '/' + address; }

ReportPart list_part(std::string heading, const std::vector<std::string>& addresses) {
  ReportPart part;
  part.level = 3;
  part.heading = fmt::format("{} ({})", heading, addresses.size());
  for (std::size_t at = 0; at < addresses.size() && at < most_lines; ++at)
    part.lines.push_back(as_it_stands(shown_address(addresses[at])));
  part.lines_left_out = addresses.size() - std::min(addresses.size(), most_lines);
  return part;
}

const char* why_words(MovedPage::Why why, bool ja) {
  switch (why) {
    case MovedPage::Why::boundary:
      return ja ? "市区町村の変更" : "change of areas";
    case MovedPage::Why::heading:
      return ja ? "同じ見出し" : "same heading";
    case MovedPage::Why::content:
      break;
  }
  return ja ? "同じ内容" : "same content";
}

ReportPart moved_part(const std::vector<MovedPage>& moved, bool ja) {
  ReportPart part;
  part.level = 3;
  part.heading =
      fmt::format("{} ({})", ja ? "アドレスの変わったページ" : "Moved pages", moved.size());
  for (std::size_t at = 0; at < moved.size() && at < most_lines; ++at)
    part.lines.push_back(
        as_it_stands(fmt::format("{} → {} ({})", shown_address(moved[at].from),
                                 shown_address(moved[at].to), why_words(moved[at].why, ja))));
  part.lines_left_out = moved.size() - std::min(moved.size(), most_lines);
  return part;
}

// /areas/31/, /areas/32/, /areas/33/ and 44 more
std::string where_words(const std::vector<std::string>& pages, bool ja) {
  constexpr std::size_t most_named = 3;
  std::string text;
  for (std::size_t at = 0; at < pages.size() && at < most_named; ++at)
    text += (text.empty() ? "" : ja ? "、" : ", ") + shown_address(pages[at]);
  if (pages.size() > most_named)
    text +=
        fmt::format(fmt::runtime(ja ? " ほか{}ページ" : " and {} more"), pages.size() - most_named);
  return text;
}

/// Lines in which the same words went and came: one of them, and where they all are.
struct SameChange {
  ReportText example;
  std::vector<std::string> pages;
  std::size_t lines = 0;
};

// What went and came, without the words around it; a line that went or came whole is its own.
std::string key_of(const ReportText& pieces) {
  std::string key;
  for (const WordPiece& each : pieces)
    if (each.kind != WordPiece::Kind::stays)
      key += (each.kind == WordPiece::Kind::gone ? "-" : "+") + each.text + '\n';
  return key;
}

std::vector<SameChange> same_changes(const std::vector<TextChange>& texts) {
  std::vector<SameChange> changes;
  std::map<std::string, std::size_t> known;
  for (const TextChange& each : texts) {
    ReportText pieces = word_changes(each.line.before, each.line.after);
    const auto [at, is_new] = known.emplace(key_of(pieces), changes.size());
    if (is_new) changes.push_back({shortened(std::move(pieces)), {}, 0});
    SameChange& change = changes[at->second];
    change.pages.insert(change.pages.end(), each.pages.begin(), each.pages.end());
    ++change.lines;
  }
  for (SameChange& each : changes) {
    std::sort(each.pages.begin(), each.pages.end());
    each.pages.erase(std::unique(each.pages.begin(), each.pages.end()), each.pages.end());
  }
  std::stable_sort(changes.begin(), changes.end(), [](const SameChange& a, const SameChange& b) {
    return a.pages.size() > b.pages.size();
  });
  return changes;
}

ReportText text_line(SameChange change, bool ja) {
  std::string where = where_words(change.pages, ja);
  if (change.lines > 1)
    where =
        fmt::format(fmt::runtime(ja ? "同じ変更 {}行、{}" : "{} lines with the same change, {}"),
                    change.lines, where);
  change.example.push_back(
      {WordPiece::Kind::stays, fmt::format(fmt::runtime(ja ? "　［{}］" : "  [{}]"), where)});
  return change.example;
}

ReportPart text_part(const PageChanges& pages, bool ja) {
  ReportPart part;
  part.level = 3;
  part.heading =
      fmt::format("{} ({})", ja ? "文章の変わった行" : "Changed lines of text", pages.texts.size());
  const auto changes = same_changes(pages.texts);
  for (std::size_t at = 0; at < changes.size() && at < most_lines; ++at)
    part.lines.push_back(text_line(changes[at], ja));
  part.lines_left_out = changes.size() - std::min(changes.size(), most_lines);
  return part;
}

// A line each: what the same numbers mean elsewhere is another thing.
ReportPart number_part(const std::vector<const TextChange*>& lines, bool ja) {
  ReportPart part;
  part.level = 3;
  part.heading =
      fmt::format("{} ({})",
                  ja ? "数字だけが変わった行で、数値の改定では説明できないもの"
                     : "Lines in which only numbers are other ones, and no figure explains them",
                  lines.size());
  for (std::size_t at = 0; at < lines.size() && at < most_lines; ++at) {
    const TextChange& each = *lines[at];
    part.lines.push_back(
        text_line({shortened(word_changes(each.line.before, each.line.after)), each.pages, 1}, ja));
  }
  part.lines_left_out = lines.size() - std::min(lines.size(), most_lines);
  return part;
}

ReportPart file_part(const PageChanges& pages, bool ja) {
  std::vector<std::pair<const char*, const std::string*>> all;
  const auto add = [&](const std::vector<std::string>& paths, const char* what) {
    for (const std::string& each : paths) all.emplace_back(what, &each);
  };
  add(pages.files_changed, ja ? "変更" : "changed");
  add(pages.files_added, ja ? "追加" : "added");
  add(pages.files_removed, ja ? "削除" : "removed");
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
    return file_kind(*a.second) < file_kind(*b.second);
  });
  ReportPart part;
  part.level = 3;
  for (std::size_t at = 0; at < all.size() && at < most_lines; ++at)
    part.lines.push_back(
        as_it_stands(fmt::format("{} {}", all[at].first, shown_address(*all[at].second))));
  part.lines_left_out = all.size() - std::min(all.size(), most_lines);
  part.heading =
      fmt::format(fmt::runtime(ja ? "ページでないファイル（変更 {}、追加 {}、削除 {}）"
                                  : "Files that are no pages ({} changed, {} added, {} removed)"),
                  pages.files_changed.size(), pages.files_added.size(), pages.files_removed.size());
  return part;
}

void add_count(ReportPart& part, std::size_t count, const char* ja_words, const char* en_words,
               bool ja) {
  if (count > 0)
    part.sentences.push_back(fmt::format(fmt::runtime(ja ? ja_words : en_words), count));
}

ReportPart pages_heading(const PageChanges& pages, bool ja) {
  ReportPart part;
  part.heading = ja ? "ページ" : "Pages";
  add_count(part, pages.of_numbers, "日付などを除く数字だけが変わったページ {}",
            "Pages on which only numbers are other ones, but no dates: {}", ja);
  add_count(
      part, pages.numbers.size() - unexplained_numbers(pages).size(),
      "改定・追加された数値のとおりに数字だけが変わった行 {}（全部は --format json にあります）",
      "Lines in which only numbers are other ones, as figures that changed say: {} (all by "
      "--format json)",
      ja);
  add_count(part, pages.reordered, "行の順だけが変わったページ {}",
            "Pages on which lines only stand in another order: {}", ja);
  add_count(part, pages.unseen, "読める文章は同じで、HTMLだけが変わったページ {}",
            "Pages with other HTML, but nothing else to read: {}", ja);
  return part;
}

std::string finding_words(const BuildFacts::OfFinding& each, Language language) {
  std::string text = to_line(each.told, language);
  while (text.ends_with(' ')) text.pop_back();
  if (each.count > 1 || each.told.message.ja.empty())
    text += fmt::format(fmt::runtime(language == Language::ja ? "（{}件）" : " ({} of them)"),
                        each.count);
  return text;
}

ReportPart finding_part(const char* heading, const std::vector<BuildFacts::OfFinding>& findings,
                        Language language) {
  ReportPart part;
  part.level = 3;
  part.heading = fmt::format("{} ({})", heading, findings.size());
  for (std::size_t at = 0; at < findings.size() && at < most_lines; ++at)
    part.lines.push_back(as_it_stands(finding_words(findings[at], language)));
  part.lines_left_out = findings.size() - std::min(findings.size(), most_lines);
  return part;
}

}  // namespace

std::vector<ReportPart> page_parts(const PageChanges& pages, Language language) {
  const bool ja = language == Language::ja;
  std::vector<ReportPart> parts;
  if (pages.is_empty()) return parts;
  parts.push_back(pages_heading(pages, ja));
  if (!pages.added.empty())
    parts.push_back(list_part(ja ? "新しいページ" : "New pages", pages.added));
  if (!pages.removed.empty())
    parts.push_back(list_part(ja ? "なくなったページ" : "Removed pages", pages.removed));
  if (!pages.moved.empty()) parts.push_back(moved_part(pages.moved, ja));
  if (!pages.texts.empty()) parts.push_back(text_part(pages, ja));
  if (const auto lines = unexplained_numbers(pages); !lines.empty())
    parts.push_back(number_part(lines, ja));
  const ReportPart files = file_part(pages, ja);
  if (!files.lines.empty()) parts.push_back(files);
  return parts;
}

std::vector<ReportPart> finding_parts(const FindingChanges& findings, Language language) {
  const bool ja = language == Language::ja;
  std::vector<ReportPart> parts;
  if (findings.added.empty() && findings.gone.empty()) return parts;
  parts.emplace_back().heading = ja ? "指摘" : "Findings";
  if (!findings.added.empty())
    parts.push_back(finding_part(ja ? "新しい指摘" : "New", findings.added, language));
  if (!findings.gone.empty())
    parts.push_back(finding_part(ja ? "なくなった指摘" : "Gone", findings.gone, language));
  return parts;
}

}  // namespace yokoten
