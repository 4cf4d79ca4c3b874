#include <algorithm>
#include <span>
#include <tuple>

#include <fmt/format.h>

#include "base/count_text.h"
#include "base/html_text.h"
#include "base/japanese_marks.h"
#include "base/text.h"
#include "page/blocks/makers.h"
#include "page/kana_row.h"
#include "page/wording.h"

namespace yokoten {
namespace {

// Pages of areas may be made for prefectures alone, or for one prefecture; the index leads nowhere
// else.
bool is_listed(const Context& context, int id) { return !context.area_link(id).empty(); }

/// A former name of a municipality that has a page.
struct FormerName {
  std::string name, reading;
  std::string beside;  ///< shown beside the name
  int now = Areas::none;
};

// Wards are none: they still lie in a city that readers know by name.
std::vector<FormerName> former_names(const Context& context) {
  const Areas& areas = context.book.areas;
  std::vector<FormerName> all;
  for (const AreaChange& change : areas.changes()) {
    const int now = areas.by_code(change.new_code);
    if (now == Areas::none || !is_listed(context, now)) continue;
    const std::string& prefecture = japanese_name(areas.at(areas.at(now).parent));
    const std::string name = change.old_name.substr(prefecture.size());
    if (change.english.empty())
      all.push_back({name, change.old_reading, change.old_reading, now});
    else
      all.push_back({change.english, lower_ascii(change.english), japanese_marked(name), now});
  }
  return all;
}

/// A line of the index: an area, or a former name of one.
struct IndexLine {
  int area = Areas::none;  ///< that it leads to
  std::string href{};
  const FormerName* former = nullptr;
};

const std::string& reading_of(const Context& context, const IndexLine& line) {
  return line.former != nullptr ? line.former->reading : context.book.areas.at(line.area).reading;
}

void put_area(View& view, const Context& context, const Area& area) {
  view.text("name", area.name)
      .text("reading", other_name(context.book, area))
      .text("prefecture", context.book.areas.at(area.parent).name);
}

void put_line(View& view, const Context& context, const IndexLine& line) {
  view.text("href", line.href);
  const Area& area = context.book.areas.at(line.area);
  if (line.former == nullptr) return put_area(view, context, area);
  const std::string today = context.book.word("page.find_today", {area.name});
  view.text("name", line.former->name)
      .text("reading", line.former->beside + ' ' + today)
      .text("prefecture", today);
}

// As long as the lines stand.
MadeViews views_of(const Context& context, std::span<const IndexLine> lines) {
  return {lines.size(),
          [&context, lines](View& view, std::size_t at) { put_line(view, context, lines[at]); }};
}

/// Those with pages, by id: the municipalities of each prefecture in their order, with the former
/// names behind them.
std::vector<IndexLine> lines_in(const Context& context, int prefecture,
                                const std::vector<FormerName>& former_names) {
  const Areas& areas = context.book.areas;
  std::vector<IndexLine> lines;
  for (const int child : areas.children(prefecture))
    if (std::string href = context.area_link(child); !href.empty())
      lines.push_back({child, std::move(href)});
  for (const FormerName& former : former_names)
    if (areas.at(former.now).parent == prefecture)
      lines.push_back({former.now, context.area_link(former.now), &former});
  return lines;
}

/// Lines by prefecture.
using IndexLines = std::vector<std::pair<int, std::vector<IndexLine>>>;

IndexLines index_lines(const Context& context, const std::vector<FormerName>& former_names) {
  IndexLines all;
  for (const int prefecture : context.book.areas.prefectures())
    all.emplace_back(prefecture, lines_in(context, prefecture, former_names));
  return all;
}

std::string by_prefecture(Context& context, const IndexLines& all) {
  const Areas& areas = context.book.areas;
  std::vector<View> prefectures;
  for (const auto& [prefecture, lines] : all) {
    if (lines.empty() && !is_listed(context, prefecture)) continue;
    View& view = prefectures.emplace_back();
    view.text("href", context.area_link(prefecture));
    put_area(view, context, areas.at(prefecture));
    view.text("id", fmt::format("prefecture-{}", areas.prefecture_number(prefecture)))
        .list("municipalities", views_of(context, lines));
  }
  return context.templates.filled("area_index", View().list("prefectures", std::move(prefectures)));
}

/// How names are ordered: by 五十音, or from A to Z in rows of five letters.
struct Order {
  int rows = 0;
  int (*row)(std::string_view reading) = nullptr;
  std::string (*letter)(std::string_view reading) = nullptr;
  std::string (*row_name)(int row) = nullptr;
};

constexpr int letters_of_row = 5, letter_rows = 5;  // the last row has six: U to Z

std::string first_letter(std::string_view reading) {
  const bool is_latin = !reading.empty() && reading[0] >= 'a' && reading[0] <= 'z';
  return is_latin ? std::string(1, static_cast<char>(reading[0] - 'a' + 'A')) : std::string();
}

int letter_row(std::string_view reading) {
  const std::string letter = first_letter(reading);
  return letter.empty() ? -1 : std::min((letter[0] - 'A') / letters_of_row, letter_rows - 1);
}

std::string letter_row_name(int row) {
  const auto letter = [](int at) { return static_cast<char>('A' + at); };
  const int last = row + 1 == letter_rows ? 'Z' - 'A' : (row + 1) * letters_of_row - 1;
  return fmt::format("{}–{}", letter(row * letters_of_row), letter(last));
}

Order order_of(const Book& book) {
  if (book.publication.language == "ja") return {kana_rows, kana_row, kana_letter, kana_row_name};
  return {letter_rows, letter_row, first_letter, letter_row_name};
}

/// A line with what it is ordered by: reading, code of the area.
using LineByReading = std::tuple<std::string_view, std::string_view, const IndexLine*>;

std::vector<LineByReading> lines_by_reading(const Context& context, const IndexLines& all) {
  std::vector<LineByReading> lines;
  for (const auto& [prefecture, own] : all)
    for (const IndexLine& line : own)
      lines.emplace_back(reading_of(context, line), context.book.areas.at(line.area).code, &line);
  std::sort(lines.begin(), lines.end(), [](const LineByReading& a, const LineByReading& b) {
    const int order = std::get<0>(a).compare(std::get<0>(b));
    return order != 0 ? order < 0 : std::get<1>(a) < std::get<1>(b);
  });
  return lines;
}

/// Lines that stand under one letter.
struct LetterLines {
  int row = -1;
  std::string letter;
  std::vector<IndexLine> lines;
};

std::vector<LetterLines> lines_by_letter(const Context& context, const Order& order,
                                         const IndexLines& all) {
  constexpr std::size_t beginning = std::string_view("あ").size();  // as far as a letter goes
  std::vector<LetterLines> letters;
  std::string_view last;
  for (const auto& [reading, code, line] : lines_by_reading(context, all)) {
    if (letters.empty() || reading.substr(0, beginning) != last) {
      std::string letter = order.letter(reading);
      if (letters.empty() || letters.back().letter != letter)
        letters.push_back({order.row(reading), std::move(letter), {}});
    }
    last = reading.substr(0, beginning);
    letters.back().lines.push_back(*line);
  }
  return letters;
}

std::vector<View> letter_views(const Context& context, const std::vector<LetterLines>& letters,
                               int row) {
  std::vector<View> views;
  for (const LetterLines& each : letters)
    if (each.row == row)
      views.emplace_back()
          .text("letter", each.letter)
          .text("count", count_text(each.lines.size()))
          .list("areas", views_of(context, each.lines));
  return views;
}

std::string by_kana(Context& context, const IndexLines& all) {
  const Order order = order_of(context.book);
  const std::vector<LetterLines> by_letter = lines_by_letter(context, order, all);
  std::vector<View> rows;
  for (int row = 0; row < order.rows; ++row) {
    std::vector<View> letters = letter_views(context, by_letter, row);
    if (letters.empty()) continue;
    rows.push_back(View()
                       .text("id", fmt::format("kana-{}", row + 1))
                       .text("heading", order.row_name(row))
                       .list("letters", std::move(letters)));
  }
  if (rows.empty()) return {};
  return context.templates.filled("kana_index", View().list("rows", std::move(rows)));
}

/// Prefectures with their municipalities folded in, then all municipalities by the letter that
/// their reading begins with, folded too: no reader goes through 1,741 names.
class AreaIndex final : public Block {
 public:
  std::string html(Context& context) const override {
    const std::vector<FormerName> former_all = former_names(context);
    const IndexLines lines = index_lines(context, former_all);
    return by_prefecture(context, lines) + by_kana(context, lines);
  }
};

std::string link_item(const Context& context, int id) {
  const Area& area = context.book.areas.at(id);
  return fmt::format("<li><a href=\"{}\"><small>{}</small><span>{}</span></a></li>\n",
                     html_text(context.area_link(id)), html_text(other_name(context.book, area)),
                     html_text(area.name));
}

/// Links to all prefectures, region by region.
class Prefectures final : public Block {
 public:
  std::string html(Context& context) const override {
    const Areas& areas = context.book.areas;
    std::vector<std::string> regions;
    for (const int id : areas.prefectures())
      if (is_listed(context, id) &&
          std::find(regions.begin(), regions.end(), areas.at(id).region) == regions.end())
        regions.push_back(areas.at(id).region);
    std::string html;
    for (const std::string& region : regions) html += region_html(context, region);
    return html;
  }

 private:
  static std::string region_html(const Context& context, const std::string& region) {
    std::string html = fmt::format("<div class=\"kana-row\">\n<h3>{}</h3>\n<ul class=\"places\">\n",
                                   html_text(region));
    for (const int id : context.book.areas.prefectures())
      if (is_listed(context, id) && context.book.areas.at(id).region == region)
        html += link_item(context, id);
    return html + "</ul>\n</div>\n";
  }
};

}  // namespace

std::unique_ptr<Block> make_area_index(Options&) { return std::make_unique<AreaIndex>(); }

std::unique_ptr<Block> make_prefectures(Options&) { return std::make_unique<Prefectures>(); }

}  // namespace yokoten
