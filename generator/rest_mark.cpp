#include "rest_mark.h"

#include <fmt/format.h>

#include "base/hash.h"
#include "model/figure_marks.h"
#include "model/toml_node.h"
#include "page/raw_rows.h"

namespace yokoten {
namespace {

/// Takes texts and numbers one after another, each apart from the next.
class RestHash {
 public:
  void add(std::string_view text) {
    hash_.add(fmt::format("{}:", text.size()));
    hash_.add(text);
  }
  template <typename Number>
  requires std::is_arithmetic_v<Number> || std::is_enum_v<Number>
  void add(Number number) { hash_.add(fmt::format("{} ", static_cast<std::int64_t>(number))); }
  void add(const std::optional<Decimal>& number) {
    add(number ? to_text(*number) : std::string("none"));
  }
  template <typename Number>
  void add_all(const std::vector<Number>& all) {
    add(all.size());
    for (const auto& each : all) add(each);
  }
  std::string digits() { return hash_.digits(); }

 private:
  GrowingHash hash_;
};

void add_figures(RestHash& hash, const std::vector<Observation>& figures) {
  Marks marks;
  for (const Observation& each : figures) marks.add(each);
  hash.add(figures.size());
  hash.add(marks.mark());
}

void add_shape(RestHash& hash, const Measured& measured) {
  const Cube& cube = measured.cube;
  hash.add(cube.indicators());
  for (int period = 0; period < cube.periods(); ++period) hash.add(to_text(cube.period(period)));
  for (int part = 0; part < cube.breakdowns(); ++part) hash.add(cube.breakdown(part));
  hash.add(measured.parts.size());
  for (const Parts& parts : measured.parts)
    for (const auto& [key, code] : parts) hash.add(key + '=' + code);
  hash.add_all(measured.measures);
}

void add_sources(RestHash& hash, const Publication& publication) {
  for (const Source& each : publication.sources) {
    hash.add(each.withheld);
    hash.add(gives_file(each));
    hash.add(each.reads_all);
    hash.add(each.leaves_rows_out);
    for (const auto& [first, last] : each.skipped) hash.add(fmt::format("{}-{}", first, last));
  }
  for (const Table& each : publication.tables) {
    hash.add(each.file());
    hash.add(each.rows());
    hash.add_all(each.header());
  }
}

// Pages that offer all figures, or those of an indicator, name where these are from.
void add_sets(RestHash& hash, const CompiledSite& compiled) {
  for (const DataSet& set : compiled.sets)
    if (set.area == Areas::none) hash.add_all(sources_in(compiled.book.publication, set));
}

void add_corrections(RestHash& hash, const Book& book) {
  const auto& all = book.publication.corrections;
  for (const Correction& each : all) hash.add(each.area);
  // By the order of the figures, since the map has none that stays.
  if (book.corrected_figures->empty()) return;
  for (const Observation& seen : book.measured.cube.all()) {
    const auto found = book.corrected_figures->find(key_of(seen));
    if (found == book.corrected_figures->end()) continue;
    hash.add(fmt::format("{} {} {} {}", seen.indicator, seen.area, seen.period, seen.breakdown));
    for (const Correction* each : found->second) hash.add(each - all.data());
  }
}

void add_said(RestHash& hash, const SaidFigure& said) {
  hash.add(said.value);
  hash.add(said.lower);
  hash.add(said.missing);
}

void add_changes(RestHash& hash, const ReleaseChanges& release) {
  hash.add(release.figures);
  hash.add(release.gone);
  for (const auto& [indicator, count] : release.added)
    hash.add(fmt::format("{}+{}", indicator, count));
  for (const FigureChange& each : release.changed) {
    hash.add(fmt::format("{} {} {} {}", each.indicator, each.area, each.period, each.breakdown));
    add_said(hash, each.before);
    add_said(hash, each.after);
  }
}

void add_history(RestHash& hash, const ReleaseHistory& history) {
  // What they say otherwise is noted: see release_mark().
  for (const ReleaseChanges& each : history.releases()) {
    hash.add(each.date);
    hash.add(each.kept);
  }
  for (const PastFigure& each : history.past) {
    hash.add(fmt::format("{} {} {} {} {} {}", each.indicator, each.area, each.period,
                         each.breakdown, each.release, each.flags));
    add_said(hash, each.said);
    hash.add(each.numerator);
    hash.add(each.denominator);
  }
  add_figures(hash, history.earlier);
}

// Reports of offices are in files of their own, which are as they were.
void add_outcome(RestHash& hash, const OutcomeSummary& seen) {
  hash.add(fmt::format("{} {} {} {} {} {} {} {} {}", seen.indicator, seen.area, seen.period,
                       seen.breakdown, static_cast<int>(seen.outcome), seen.left_out, seen.pairs(),
                       seen.improved.value_or(-1), seen.hidden));
  for (const Spread* spread : {&seen.before, &seen.after, &seen.change})
    for (const auto& number :
         {spread->mean, spread->first_quartile, spread->median, spread->third_quartile})
      hash.add(number);
  hash.add(seen.low);
  hash.add(seen.high);
}

void add_duties(RestHash& hash, const std::vector<Duty>& duties) {
  for (const Duty& each : duties) {
    hash.add(fmt::format("{} {} {} {}", each.programme, static_cast<int>(each.item), each.binding,
                         static_cast<int>(each.state)));
    hash.add(each.lacks.ja);
    hash.add(each.lacks.en);
    for (const DutyPlace& place : each.places) hash.add(place.title + '\n' + place.path);
  }
}

void add_assets(RestHash& hash, const AssetPaths& assets) {
  for (const std::string& path :
       {assets.style, assets.find_script, assets.charts_script, assets.search_script,
        assets.explorer.style, assets.explorer.page, assets.explorer.charts,
        assets.explorer.dataflows, assets.explorer.at})
    hash.add(path);
}

void add_edition(RestHash& hash, const Book& book, const Site& site) {
  hash.add(book.home);
  hash.add(book.hides);
  for (const auto& periods : *book.known_parts) {
    hash.add(periods.size());
    for (const auto& [period, parts] : periods)
      hash.add(fmt::format("{}: {}", period, fmt::join(parts, " ")));
  }
  add_history(hash, *book.history);
  add_duties(hash, site.duties());
  add_assets(hash, site.assets());
  for (std::size_t page = 0; page < site.size(); ++page) hash.add(site.path(page));
}

void add_node(RestHash& hash, const TomlNode& node) {
  hash.add(node.kind);
  hash.add(node.key);
  hash.add(node.text);
  hash.add(node.integer);
  hash.add(node.truth);
  hash.add(node.children.size());
  for (const TomlNode& child : node.children) add_node(hash, child);
}

// All that sources.toml says, but for the hashes of files: these change with each figure, and a
// page that shows one notes more.
void add_described_sources(RestHash& hash, const Publication& publication) {
  Findings told_before;
  auto root = parse_toml(publication.sources_text, {}, told_before);
  if (!root) return hash.add(publication.sources_text);
  for (TomlNode& all : root->children)
    for (TomlNode& source : all.children)
      std::erase_if(source.children, [](const TomlNode& each) { return each.key == "sha256"; });
  add_node(hash, *root);
}

}  // namespace

std::string rest_mark(const CompiledSite& compiled) {
  const Book& book = compiled.book;
  RestHash hash;
  add_shape(hash, book.measured);
  add_figures(hash, book.measured.unions);
  for (const OutcomeSummary& each : book.measured.outcomes) add_outcome(hash, each);
  add_sources(hash, book.publication);
  add_sets(hash, compiled);
  add_corrections(hash, book);
  add_described_sources(hash, book.publication);
  add_edition(hash, book, compiled.site);
  if (compiled.translated) add_edition(hash, compiled.translated->book, compiled.translated->site);
  return hash.digits();
}

std::string release_mark(const ReleaseHistory& history) {
  RestHash hash;
  for (const ReleaseChanges& each : history.releases()) add_changes(hash, each);
  return hash.digits();
}

}  // namespace yokoten
