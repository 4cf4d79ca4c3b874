#include <fmt/format.h>

#include "base/count_text.h"
#include "base/csv_cell.h"
#include "base/html_text.h"
#include "page/blocks/makers.h"
#include "page/data_links.h"
#include "page/dates.h"
#include "page/indicator_text.h"
#include "page/row_lists.h"
#include "page/said_figure.h"
#include "page/source_text.h"
#include "page/table_frame.h"

namespace yokoten {
namespace {

constexpr std::size_t most_rows = 300;  // of a table; the file beside it has them all

std::string release_path(const ReleaseChanges& release) { return "releases/" + release.date + '/'; }

std::string counts_text(const Book& book, const ReleaseChanges& release, bool is_first) {
  if (is_first) return book.word("release.first", {count_text(release.figures)});
  std::size_t added = 0;
  for (const auto& [indicator, count] : release.added) added += static_cast<std::size_t>(count);
  return book.word("release.counts",
                   {count_text(release.figures), count_text(added),
                    count_text(release.changed.size()), count_text(release.gone)});
}

/// Name, period and part of a figure, as the first cells of a row.
std::vector<TableCell> place_cells(const Book& book, const std::string& period,
                                   const std::string& breakdown) {
  return {text_cell(date_text(book, period)), text_cell(breakdown)};
}

TableFrame changes_frame(const Book& book, const std::string& caption) {
  TableFrame frame;
  frame.caption = caption;
  frame.loose = frame.tall = true;
  for (const char* word : {"release.figure", "column.period", "column.breakdown"})
    frame.columns.push_back({.title = book.word(word), .unit = {}});
  for (const char* word : {"release.before", "release.after"})
    frame.columns.push_back({.title = book.word(word), .unit = {}, .number = true});
  return frame;
}

TableRow change_row(const Context& context, const FigureChange& change) {
  const Book& book = context.book;
  TableRow row;
  row.name = short_title(book, change.indicator) + ' ' + book.areas.at(change.area).name;
  row.link = context.area_link(change.area);
  row.cells = place_cells(book, change.period, change.breakdown);
  const auto [before, after] = said_texts(book, change.indicator, change.before, change.after);
  row.cells.push_back(number_cell(before));
  row.cells.push_back(number_cell(after, true));
  return row;
}

// All changed figures, exactly.
std::string changes_csv(const Book& book, const ReleaseChanges& release) {
  const auto number = [](const SaidFigure& said) { return exact_text(said.value); };
  std::string csv(byte_order_mark);
  csv +=
      "indicator,area_code,area_name,period,breakdown,value_before,missing_before,value,"
      "missing_reason,unit\n";
  for (const FigureChange& each : release.changed)
    csv += fmt::format(
        "{},{},{},{},{},{},{},{},{},{}\n", csv_cell(book.indicator(each.indicator).id),
        book.areas.at(each.area).code, csv_cell(book.areas.at(each.area).name),
        csv_cell(each.period), csv_cell(each.breakdown), number(each.before), each.before.missing,
        number(each.after), each.after.missing, csv_cell(book.indicator(each.indicator).unit));
  return csv;
}

/// All releases, newest first.
class Releases final : public Block {
 public:
  std::string html(Context& context) const override {
    const Book& book = context.book;
    std::vector<ListRow> rows;
    const auto& all = book.history->releases();
    for (std::size_t at = all.size(); at-- > 0;) {
      const std::string link = context.page_link(release_path(all[at]));
      const std::string title = book.word("release.of", {date_text(book, all[at].date)});
      rows.push_back(
          {.term = all[at].date,
           .html = link_html(link, title) + ' ' + html_text(counts_text(book, all[at], at == 0)),
           .date = all[at].date});
    }
    return rows_html(context, rows);
  }
};

/// What the release of the page brought, and its file.
class ReleaseBlock final : public Block {
 public:
  std::string html(Context& context) const override {
    if (context.release == nullptr) return {};
    const Book& book = context.book;
    const ReleaseChanges& release = *context.release;
    const bool is_first = &release == &book.history->releases().front();
    std::string html = "<p>" + html_text(counts_text(book, release, is_first)) + "</p>\n";
    const std::string name = "observations.csv";  // one for all languages
    std::vector<View> files = {
        file_view(context.top == context.root ? name : context.link(context.path + name),
                  book.word("data.whole"), book.word("label.csv"))};
    if (!release.changed.empty()) {
      context.files.push_back({context.path + "changes.csv", changes_csv(book, release)});
      files.push_back(
          file_view("changes.csv", book.word("release.changed"), book.word("label.csv")));
    }
    html +=
        context.templates.filled("files", View().list("files", std::move(files)).text("note", ""));
    return html + added_html(context, release, is_first) + changed_html(context, release);
  }

 private:
  static std::string added_html(Context& context, const ReleaseChanges& release, bool is_first) {
    if (is_first || release.added.empty()) return {};
    const Book& book = context.book;
    std::vector<KeyRow> rows;
    for (const auto& [indicator, count] : release.added)
      rows.push_back({short_title(book, indicator),
                      link_html(context.indicator_link(indicator),
                                book.word("release.count", {count_text(count)}))});
    return "<h3>" + html_text(book.word("release.added")) + "</h3>\n" +
           key_values_html(context, rows);
  }

  static std::string changed_html(Context& context, const ReleaseChanges& release) {
    if (release.changed.empty()) return {};
    const Book& book = context.book;
    TableFrame frame = changes_frame(book, book.word("release.changed"));
    for (const FigureChange& each : release.changed)
      if (frame.rows.size() < most_rows) frame.rows.push_back(change_row(context, each));
    if (release.changed.size() > most_rows)
      frame.source_html = html_text(book.word("release.more", {count_text(most_rows)}));
    return "<h3>" + html_text(book.word("release.changed")) + "</h3>\n" +
           table_html(context, frame);
  }
};

/// How figures of an indicator have changed from release to release, and what earlier ones had of
/// periods that its sources have dropped.
class Revisions final : public Block {
 public:
  explicit Revisions(Options& options) : indicator_(options.required_indicator()) {}

  std::string html(Context& context) const override {
    const ReleaseHistory& history = *context.book.history;
    const int indicator = context.meant(indicator_);
    if (!history.has_earlier() || indicator < 0) return {};
    return changed_html(context, indicator) + past_html(context, indicator);
  }

 private:
  static TableCell release_cell(const Context& context, const std::string& date) {
    TableCell cell = text_cell(date_text(context.book, date));
    cell.link = context.page_link("releases/" + date + '/');
    return cell;
  }

  static std::string changed_html(Context& context, int indicator) {
    const Book& book = context.book;
    TableFrame frame = changes_frame(book, book.word("release.revised"));
    frame.columns.push_back({.title = book.word("release.release"), .unit = {}});
    const auto& all = book.history->releases();
    for (std::size_t at = all.size(); at-- > 0;)
      for (const FigureChange& each : all[at].changed) {
        if (each.indicator != indicator || frame.rows.size() >= most_rows) continue;
        TableRow row = change_row(context, each);
        row.name = book.areas.at(each.area).name;
        row.cells.push_back(release_cell(context, all[at].date));
        frame.rows.push_back(std::move(row));
      }
    if (frame.rows.empty()) return "<p>" + html_text(book.word("release.none")) + "</p>\n";
    return table_html(context, frame);
  }

  static std::string past_html(Context& context, int indicator) {
    const Book& book = context.book;
    TableFrame frame;
    frame.caption = book.word("release.past");
    frame.loose = frame.tall = true;
    for (const char* word : {"release.figure", "column.period", "column.breakdown"})
      frame.columns.push_back({.title = book.word(word), .unit = {}});
    frame.columns.push_back({.title = book.word("column.value"), .unit = {}, .number = true});
    frame.columns.push_back({.title = book.word("release.release"), .unit = {}});
    for (const PastFigure& each : book.history->past) {
      if (each.indicator != indicator || frame.rows.size() >= most_rows) continue;
      TableRow row;
      row.name = book.areas.at(each.area).name;
      row.link = context.area_link(each.area);
      row.cells = place_cells(book, each.period, each.breakdown);
      row.cells.push_back(number_cell(said_text(book, indicator, each.said)));
      row.cells.push_back(release_cell(context, each.release));
      frame.rows.push_back(std::move(row));
    }
    if (frame.rows.empty()) return {};
    return "<h3>" + html_text(book.word("release.past")) + "</h3>\n" + table_html(context, frame);
  }

  int indicator_;
};

}  // namespace

std::unique_ptr<Block> make_releases(Options&) { return std::make_unique<Releases>(); }
std::unique_ptr<Block> make_release(Options&) { return std::make_unique<ReleaseBlock>(); }
std::unique_ptr<Block> make_revisions(Options& options) {
  return std::make_unique<Revisions>(options);
}

}  // namespace yokoten
