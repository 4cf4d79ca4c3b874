#include <algorithm>

#include <fmt/format.h>

#include "base/html_text.h"
#include "base/text.h"
#include "model/report.h"
#include "page/blocks/makers.h"
#include "page/plain_text.h"
#include "page/raw_rows.h"
#include "page/row_lists.h"
#include "page/source_text.h"
#include "page/wording.h"

namespace yokoten {
namespace {

/// A note on rows whose column has a certain text.
struct Uncertain {
  std::string column, value;
  Text text;
};

std::string cell(const Book& book, const RawRow& row, const std::string& heading) {
  const Table& table = book.table(row.source);
  const auto column = table.column(heading);
  return column ? std::string(trimmed_text(table.cell(row.row, *column))) : std::string();
}

// A municipality, or a union of several.
bool lies_below(const Book& book, int area) {
  return area != Areas::none && area != Areas::nation &&
         book.areas.at(area).level != AreaLevel::prefecture;
}

bool has_phone(const std::vector<std::string>& headings) {
  return std::any_of(headings.begin(), headings.end(), [](const std::string& heading) {
    return heading.find("電話") != std::string::npos || heading.find("メール") != std::string::npos;
  });
}

/// Cards of offices to ask: those of the page's area, or all of them by region.
class Directory final : public Block {
 public:
  explicit Directory(Options& options)
      : sources_(options.sources()),
        title_(options.toml().required_text("title")),
        rows_(options.toml().texts("rows")),
        note_(options.line("note", false)),
        empty_(options.line("empty", false)) {
    options.toml().require("sources");
    read_kinds(options);
    if (const TomlNode* node = options.toml().take("uncertain", TomlNode::Kind::table))
      read_uncertain(options, *node);
    check_heading(options, title_, "title");
    for (const std::string& heading : rows_) check_heading(options, heading, "rows");
  }

  std::vector<ListedOffice> centres(const Book& book) const override {
    std::vector<ListedOffice> all;
    for (const int source : sources_)
      for (int row = 0; row < book.table(source).rows() && !book.source(source).withheld; ++row)
        all.push_back({cell(book, {source, row}, title_), area_of(book, RawRow{source, row}),
                       anchor_of(book, {source, row})});
    return all;
  }

  std::string html(Context& context) const override {
    for (const int source : sources_)
      if (context.book.source(source).withheld) return withheld_html(context);
    if (context.area == Areas::none || context.area == Areas::nation) return by_region(context);
    for (const int source : sources_) {
      const std::vector<RawRow> rows = rows_near(context, source);
      if (!rows.empty()) return cards(context, rows);
    }
    if (empty_.empty()) return {};
    return note_html(context, {.title = {}, .html = context.html(empty_), .id = {}, .plain = true});
  }

 private:
  void read_kinds(Options& options) {
    for (const auto& [id, text] : options.toml().pairs("kind")) {
      const int source = options.book().publication.source(id);
      if (std::find(sources_.begin(), sources_.end(), source) == sources_.end())
        report_error(options.findings(), options.toml().place("kind"), "block.source",
                     {fmt::format("kind の {} は sources にありません", id),
                      fmt::format("{} under kind is not among sources", id)});
      kinds_.emplace_back(source, options.line_of(text, options.toml().place("kind"), false));
    }
  }

  void read_uncertain(Options& options, const TomlNode& node) {
    Options inner = options.inside("uncertain", node);
    TomlReader& reader = inner.toml();
    uncertain_.column = reader.required_text("column");
    uncertain_.value = reader.required_text("value");
    uncertain_.text = options.line_of(reader.required_text("text"), reader.place("text"), false);
    check_heading(options, uncertain_.column, "uncertain");
  }

  // One of the sources must have it: a word that none knows would silently show nothing.
  void check_heading(Options& options, const std::string& heading, const char* key) const {
    std::vector<std::string> known;
    for (const int source : sources_) {
      const auto& header = options.book().table(source).header();
      known.insert(known.end(), header.begin(), header.end());
    }
    if (known.empty() || std::find(known.begin(), known.end(), heading) != known.end()) return;
    report_error(options.findings(), options.toml().place(key), "block.column",
                 with_nearest({fmt::format("出典に列「{}」はありません", heading),
                               fmt::format("the sources have no column {}", heading)},
                              heading, known));
  }

  // Offices of the municipality itself, of its prefecture, and on a prefecture's page of all in it.
  static std::vector<RawRow> rows_near(const Context& context, int source) {
    const Book& book = context.book;
    std::vector<RawRow> rows;
    for (int row = 0; row < book.table(source).rows(); ++row) {
      const int area = area_of(book, RawRow{source, row});
      const bool prefectural = area == book.areas.prefecture_of(context.area);
      if (area != Areas::none && (prefectural || concerns(book, context.area, area)))
        rows.push_back({source, row});
    }
    return rows;
  }

  std::string by_region(Context& context) const {
    const Book& book = context.book;
    std::vector<std::string> regions;
    for (const int id : book.areas.prefectures())
      if (std::find(regions.begin(), regions.end(), book.areas.at(id).region) == regions.end())
        regions.push_back(book.areas.at(id).region);
    std::string html;
    for (const std::string& region : regions) {
      const std::vector<RawRow> rows = rows_of_region(book, region);
      if (rows.empty()) continue;
      // A prefecture's own publication has one region, which says nothing.
      if (book.home == Areas::nation) html += "<h3>" + html_text(region) + "</h3>\n";
      html += cards(context, rows);
    }
    const std::vector<RawRow> national = rows_of_region(book, {});
    return national.empty() ? html : html + cards(context, national);
  }

  // By prefecture; the empty region holds rows without one.
  std::vector<RawRow> rows_of_region(const Book& book, const std::string& region) const {
    std::vector<RawRow> rows;
    for (const int source : sources_)
      for (int row = 0; row < book.table(source).rows(); ++row)
        if (region_of(book, prefecture_of(book, {source, row})) == region)
          rows.push_back({source, row});
    std::stable_sort(rows.begin(), rows.end(), [&](const RawRow& a, const RawRow& b) {
      return prefecture_of(book, a) < prefecture_of(book, b);
    });
    return rows;
  }

  static std::string anchor_of(const Book& book, const RawRow& row) {
    return fmt::format("office-{}-{}", book.source(row.source).id, row.row + 1);
  }

  static int prefecture_of(const Book& book, const RawRow& row) {
    const int area = area_of(book, row);
    return area == Areas::none ? Areas::nation : book.areas.prefecture_of(area);
  }

  static std::string region_of(const Book& book, int prefecture) {
    return book.areas.at(prefecture).region;
  }

  std::string cards(Context& context, const std::vector<RawRow>& rows) const {
    std::vector<View> entries;
    for (const RawRow& row : rows) entries.push_back(entry(context, row));
    return context.templates.filled("directory", View().list("entries", std::move(entries)));
  }

  View entry(Context& context, const RawRow& row) const {
    View view = key_values_view(key_rows(context, row));
    const std::string anchor = anchor_of(context.book, row);
    view.text("id", context.first(anchor) ? anchor : std::string())
        .text("kind", kind_of(context, row.source))
        .text("title_html",
              html_text(printed_text(context.book, row.source, cell(context.book, row, title_))))
        .text("note", note_of(context, row.source));
    return view;
  }

  std::vector<KeyRow> key_rows(const Context& context, const RawRow& row) const {
    const Book& book = context.book;
    const KeyRow unknown{{}, html_text(book.word("state.not_published")), true};
    std::vector<KeyRow> rows;
    const int prefecture = prefecture_of(book, row);
    if (context.area == Areas::none && prefecture != Areas::nation && prefecture != book.home)
      rows.push_back({book.word("label.prefecture"),
                      link_html(context.area_link(prefecture), book.areas.at(prefecture).name)});
    if (const int area = area_of(book, row); lies_below(book, area) && area != context.area)
      rows.push_back({municipality_heading(book, prefecture),
                      link_html(context.area_link(area), book.areas.at(area).name)});
    for (const std::string& heading : rows_) {
      const std::string text = cell(book, row, heading);
      rows.push_back(text.empty() ? unknown
                                  : KeyRow{{}, html_text(printed_text(book, row.source, text))});
      rows.back().term = printed_text(book, row.source, heading);
    }
    if (!has_phone(rows_)) rows.push_back({book.word("label.phone_email"), unknown.html, true});
    if (!uncertain_.column.empty() && cell(book, row, uncertain_.column) == uncertain_.value)
      rows.push_back({book.word("state.to_check"), context.html(uncertain_.text)});
    return rows;
  }

  std::string kind_of(const Context& context, int source) const {
    for (const auto& [id, text] : kinds_)
      if (id == source) return plain_text(context.html(text));
    return {};
  }

  // A card may be printed alone: its date stands on it.
  std::string note_of(const Context& context, int source) const {
    const std::string as_of = as_of_text(context.book, context.book.source(source));
    const std::string note = plain_text(context.html(note_));
    if (as_of.empty() || note.find(as_of) != std::string::npos) return note;
    return note.empty() ? as_of : as_of + context.book.word("join.wide_gap") + note;
  }

  std::vector<int> sources_;
  std::string title_;
  std::vector<std::string> rows_;
  Text note_, empty_;
  std::vector<std::pair<int, Text>> kinds_;
  Uncertain uncertain_;
};

}  // namespace

std::unique_ptr<Block> make_directory(Options& options) {
  return std::make_unique<Directory>(options);
}

}  // namespace yokoten
