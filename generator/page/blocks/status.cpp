#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/html_text.h"
#include "page/blocks/makers.h"
#include "page/dates.h"
#include "page/indicator_text.h"
#include "page/parts_of.h"
#include "page/raw_rows.h"
#include "page/reading_text.h"
#include "page/row_lists.h"
#include "page/sources_of.h"
#include "page/table_frame.h"
#include "page/wording.h"

namespace yokoten {
namespace {

/// What the areas of one level have of an indicator, at its newest period there.
struct Tally {
  int period = -1;       ///< id in the cube
  bool planned = false;  ///< that of plans, since no area has anything else
  int areas = 0, values = 0, bounds = 0;
  std::map<Missing, int> missing;
  std::map<Missing, int> parts_missing;  ///< of areas that have others of their parts
  std::map<std::string, int> flags;      ///< words
};

// The whole, or all parts where no whole is kept.
std::vector<Figure> newest_of(const Book& book, int indicator, int area) {
  std::vector<Figure> figures = {newest_figure(book, indicator, area)};
  if (figures.front().observation != nullptr) return figures;
  figures.clear();
  for (const PartFigure& part : parts_of(book, indicator, area)) figures.push_back(part.figure);
  return figures;
}

Missing reason_of(const Figure& figure) {
  return figure.observation == nullptr ? Missing::not_published : figure.observation->missing;
}

// An area has what any of its parts has; each reason is counted once.
void count_figures(const std::vector<Figure>& figures, Tally& tally) {
  const auto has = [&](auto which) { return std::any_of(figures.begin(), figures.end(), which); };
  const bool value = has([](const Figure& each) { return each.has_value(); });
  const bool bound = has([](const Figure& each) { return each.is_bound(); });
  if (value)
    ++tally.values;
  else if (bound)
    ++tally.bounds;
  std::set<Missing> reasons;
  for (const Figure& each : figures)
    if (!each.has_value() && !each.is_bound()) reasons.insert(reason_of(each));
  for (const Missing reason : reasons)
    ++(value || bound ? tally.parts_missing : tally.missing)[reason];
}

void count_flags(const Book& book, const std::vector<Figure>& figures, Tally& tally) {
  std::set<std::string> words;
  for (const Figure& each : figures)
    if (each.has_value() || each.is_bound())
      for (const std::string& word : flag_words(book, each)) words.insert(word);
  for (const std::string& word : words) ++tally.flags[word];
}

void take_period(const Cube& cube, const Figure& figure, Tally& tally) {
  if (figure.observation == nullptr) return;
  const bool plan = figure.is_planned();
  const bool newer =
      tally.period < 0 || (tally.planned && !plan) ||
      (tally.planned == plan && cube.is_before(tally.period, figure.observation->period));
  if (!newer) return;
  tally.period = figure.observation->period;
  tally.planned = plan;
}

Tally tallied(const Book& book, int indicator, AreaLevel level) {
  Tally tally;
  const Cube& cube = book.measured.cube;
  for (const int area : book.areas_at(level)) {
    const std::vector<Figure> figures = newest_of(book, indicator, area);
    ++tally.areas;
    if (figures.empty()) {
      ++tally.missing[book.indicator(indicator).absent];
      continue;
    }
    for (const Figure& each : figures) take_period(cube, each, tally);
    count_figures(figures, tally);
    count_flags(book, figures, tally);
  }
  return tally;
}

const char* level_word(AreaLevel level) {
  return level == AreaLevel::nation       ? "label.nation"
         : level == AreaLevel::prefecture ? "label.prefecture"
                                          : "label.municipality";
}

std::string count_text(int count) { return to_shown(Decimal{count, 0}); }

/// For every indicator and kind of area: what there is, what is missing and why, what is
/// provisional or corrected, and when the next figures are due; below it what the checks warn of.
class Status final : public Block {
 public:
  explicit Status(Options& options) : indicators_(options.indicators()) {}

  std::string html(Context& context) const override {
    const Book& book = context.book;
    TableFrame frame;
    frame.caption = book.word("status.caption");
    frame.loose = true;
    for (const char* title : {"page.indicator", "status.areas", "page.period", "status.values",
                              "status.remarks", "status.next"})
      frame.columns.push_back({.title = book.word(title), .unit = {}});
    for (int id = 0; id < static_cast<int>(book.publication.indicators.size()); ++id)
      if (indicators_.empty() ||
          std::find(indicators_.begin(), indicators_.end(), id) != indicators_.end())
        add_rows(context, frame, id);
    return table_html(context, frame) + warnings(context);
  }

 private:
  static void add_rows(const Context& context, TableFrame& frame, int id) {
    const Book& book = context.book;
    for (const AreaLevel level : book.indicator(id).levels) {
      const Tally tally = tallied(book, id, level);
      TableRow row;
      row.name = short_title(book, id);
      row.link = context.indicator_link(id);
      const auto text = [](const std::string& words) {
        return TableCell{.text = words, .link = {}, .tag = {}};
      };
      row.cells = {text(book.word(level_word(level))), text(period_words(book, tally)),
                   text(values_words(book, tally)), text(remarks(book, tally)),
                   next_cell(book, id, tally)};
      frame.rows.push_back(std::move(row));
    }
  }

  static std::string period_words(const Book& book, const Tally& tally) {
    if (tally.period < 0) return {};
    const std::string text = date_text(book, book.measured.cube.period(tally.period));
    return text.empty() ? book.word("page.no_as_of") : text;
  }

  static std::string values_words(const Book& book, const Tally& tally) {
    std::string text = count_text(tally.values) + " / " + count_text(tally.areas);
    if (tally.bounds > 0) text += book.word("status.bounds", {count_text(tally.bounds)});
    return text;
  }

  static std::string remarks(const Book& book, const Tally& tally) {
    std::string text;
    const auto add = [&](const std::string& word, int count) {
      add_listed(book, text, word + ' ' + count_text(count));
    };
    const auto said = [&](Missing missing) {
      return book.word("state." +
                       (missing == Missing::not_set ? "no_value" : std::string(to_text(missing))));
    };
    for (const auto& [missing, count] : tally.missing) add(said(missing), count);
    for (const auto& [missing, count] : tally.parts_missing)
      add(book.word("status.of_parts", {said(missing)}), count);
    for (const auto& [word, count] : tally.flags) add(word, count);
    return text;
  }

  // When the next figure is to come out, as was announced, and until when the last one is good;
  // past days stand out.
  static TableCell next_cell(const Book& book, int id, const Tally& tally) {
    TableCell cell;
    const auto today = parse_period(book.publication.as_of);
    const auto add = [&](const char* word, const char* past, Date day, const std::string& text) {
      const bool over = today && day < last_day(*today);
      add_listed(book, cell.text, book.word(over ? past : word, {text}));
      cell.strong = cell.strong || over;
    };
    if (const auto next = parse_period(book.indicator(id).next_expected))
      add("status.expected", "status.overdue", last_day(*next), date_text(book, *next));
    const std::string& after = book.indicator(id).stale_after;
    const Period newest = tally.period < 0 ? Period{} : book.measured.cube.period(tally.period);
    const auto due = after.empty() || newest.kind == PeriodKind::none
                         ? std::nullopt
                         : later(last_day(newest), after);
    if (due) add("status.due", "status.stale", *due, date_text(book, to_text(*due)));
    if (!cell.text.empty()) return cell;
    cell.text = book.word("status.no_date");
    cell.state = true;
    return cell;
  }

  // The source that a finding is about; of one at an indicator, those that it is made of.
  static std::vector<int> sources_meant(const Book& book, const Place& place) {
    if (const int source = source_of(book, place); source >= 0) return {source};
    for (int id = 0; id < static_cast<int>(book.publication.indicators.size()); ++id)
      if (book.indicator(id).place.file == place.file) return sources_of(book, id);
    return {};
  }

  // Why a warning stands although it is known: what the source's [source.check] says of it.
  static std::string explanation(const Book& book, const Finding& finding) {
    for (const int source : sources_meant(book, finding.place))
      for (const CheckLevel& level : book.source(source).check_levels)
        if (level.code == finding.code && !level.reason.empty())
          return book.word("status.because", {sentence(book, level.reason)});
    return {};
  }

  static std::string warning_text(const Book& book, const Finding& finding) {
    std::string text = reader_text(book, finding);
    add_sentence(book, text, explanation(book, finding));
    return text;
  }

  /// A text, and all places that it is said of.
  struct Warning {
    std::string text;
    std::vector<Place> places;
  };

  static void add_warning(const Book& book, const Finding& finding, std::vector<Warning>& all) {
    const std::string text = warning_text(book, finding);
    const auto same = std::find_if(all.begin(), all.end(),
                                   [&](const Warning& each) { return each.text == text; });
    if (same == all.end())
      all.push_back({text, {finding.place}});
    else
      same->places.push_back(finding.place);
  }

  // What is said of several places says where: 18か所（pages/about.md 3行目、…、ほか13か所）。
  static std::string placed_text(const Book& book, const Warning& warning) {
    if (warning.places.size() == 1) return warning.text;
    constexpr std::size_t most = 5;
    const std::size_t named = std::min(most, warning.places.size());
    std::string places;
    for (std::size_t at = 0; at < named; ++at)
      add_listed(book, places, place_text(book, warning.places[at]));
    if (warning.places.size() > most)
      add_listed(book, places,
                 book.word("status.more_places",
                           {count_text(static_cast<int>(warning.places.size() - most))}));
    std::string text = warning.text;
    add_sentence(
        book, text,
        book.word("status.places", {count_text(static_cast<int>(warning.places.size())), places}));
    return text;
  }

  // Below the publication's folder: pages/about.md 3行目.
  static std::string place_text(const Book& book, const Place& place) {
    const std::string& folder = book.publication.folder;
    const bool below = !folder.empty() && place.file.starts_with(folder + '/');
    const std::string file = below ? place.file.substr(folder.size() + 1) : place.file;
    if (place.row <= 0) return file;
    return file + ' ' + book.word("page.row_number", {std::to_string(place.row)});
  }

  static std::string warnings(Context& context) {
    const Book& book = context.book;
    std::vector<Warning> warnings;
    for (const Finding& finding : book.findings.all())
      if (finding.level == Level::warning) add_warning(book, finding, warnings);
    std::vector<ListRow> rows;
    for (const Warning& each : warnings)
      rows.push_back({book.word("state.to_check"), html_text(placed_text(book, each)), {}, true});
    return rows_html(context, rows);
  }

  std::vector<int> indicators_;
};

}  // namespace

std::unique_ptr<Block> make_status(Options& options) { return std::make_unique<Status>(options); }

}  // namespace yokoten
