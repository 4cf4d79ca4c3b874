#include <algorithm>
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

View area_view(const Context& context, int id) {
  const Area& area = context.book.areas.at(id);
  return View()
      .text("href", context.area_link(id))
      .text("name", area.name)
      .text("reading", other_name(context.book, area))
      .text("prefecture", context.book.areas.at(area.parent).name);
}

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

View former_view(const Context& context, const FormerName& former) {
  const std::string today =
      context.book.word("page.find_today", {context.book.areas.at(former.now).name});
  return View()
      .text("href", context.area_link(former.now))
      .text("name", former.name)
      .text("reading", former.beside + ' ' + today)
      .text("prefecture", today);
}

std::string by_prefecture(Context& context) {
  const Areas& areas = context.book.areas;
  const std::vector<FormerName> former_all = former_names(context);
  std::vector<View> prefectures;
  for (const int prefecture : areas.prefectures()) {
    std::vector<View> municipalities;
    for (const int child : areas.children(prefecture))
      if (is_listed(context, child)) municipalities.push_back(area_view(context, child));
    for (const FormerName& former : former_all)
      if (areas.at(former.now).parent == prefecture)
        municipalities.push_back(former_view(context, former));
    if (municipalities.empty() && !is_listed(context, prefecture)) continue;
    View view = area_view(context, prefecture);
    view.text("id", fmt::format("prefecture-{}", areas.prefecture_number(prefecture)))
        .list("municipalities", std::move(municipalities));
    prefectures.push_back(std::move(view));
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

/// A line of the index by readings.
struct KanaLine {
  std::string reading, code;
  View view;
  std::string letter{};  ///< that it stands under
  int row = -1;
};

std::vector<KanaLine> lines_by_reading(const Context& context, const Order& order) {
  const Areas& areas = context.book.areas;
  std::vector<KanaLine> all;
  for (const int id : areas.municipalities())
    if (is_listed(context, id))
      all.push_back({areas.at(id).reading, areas.at(id).code, area_view(context, id)});
  for (const FormerName& former : former_names(context))
    all.push_back({former.reading, areas.at(former.now).code, former_view(context, former)});
  for (KanaLine& line : all) {
    line.letter = order.letter(line.reading);
    line.row = order.row(line.reading);
  }
  std::sort(all.begin(), all.end(), [](const KanaLine& a, const KanaLine& b) {
    return std::tie(a.reading, a.code) < std::tie(b.reading, b.code);
  });
  return all;
}

// The letters of one row, each with its municipalities, which are taken out of `all`; that is in
// the order of readings.
std::vector<View> letter_views(std::vector<KanaLine>& all, int row) {
  std::vector<View> letters;
  for (auto at = all.begin(); at != all.end();) {
    const auto end = std::find_if(at, all.end(),
                                  [&](const KanaLine& each) { return each.letter != at->letter; });
    if (at->row == row) {
      std::vector<View> areas;
      for (auto line = at; line != end; ++line) areas.push_back(std::move(line->view));
      const std::string count = count_text(areas.size());
      letters.push_back(
          View().text("letter", at->letter).text("count", count).list("areas", std::move(areas)));
    }
    at = end;
  }
  return letters;
}

std::string by_kana(Context& context) {
  const Order order = order_of(context.book);
  std::vector<KanaLine> all = lines_by_reading(context, order);
  std::vector<View> rows;
  for (int row = 0; row < order.rows; ++row) {
    std::vector<View> letters = letter_views(all, row);
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
    return by_prefecture(context) + by_kana(context);
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
